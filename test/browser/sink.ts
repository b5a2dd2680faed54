import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Received = {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export type Sink = {
  readonly url: string
  readonly received: readonly Received[]
  close(): Promise<void>
}

/** A receiver of webhooks that keeps what it gets and answers 204. */
export async function openSink(): Promise<Sink> {
  const received: Received[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      )
      received.push({ headers, body: Buffer.concat(chunks).toString('utf8') })
      response.writeHead(204).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    received,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
