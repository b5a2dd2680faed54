import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

/** Google's hard stop: "Request payload size exceeds the limit: 10485760 bytes." */
export const bodyLimit = 10_485_760

export type Request = {
  readonly method: string
  /** Without the query, still percent-encoded. */
  readonly path: string
  readonly query: URLSearchParams
  /** null when it passes the limit. */
  readonly body: string | null
  readonly headers: IncomingMessage['headers']
}

export type Answer =
  | { readonly kind: 'answer'; readonly status: number; readonly type: string; readonly body: string }
  | { readonly kind: 'hang' }
  | { readonly kind: 'reset' }

export type Handle = (request: Request) => Promise<Answer>

/**
 * Listens on 127.0.0.1 only.
 * @param port 0 takes any free one
 * @throws Error naming the port when it is taken
 */
export async function listen(port: number, handle: Handle): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    serve(request, response, handle).catch((error: unknown) => {
      console.error(error)
      response.destroy()
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE'
      reject(taken ? new Error(`Port ${port} of 127.0.0.1 is already taken (local sheet).`) : error)
    })
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.address()
  const actual = typeof address === 'object' && address !== null ? address.port : port
  return { server, url: `http://127.0.0.1:${actual}` }
}

async function serve(incoming: IncomingMessage, response: ServerResponse, handle: Handle): Promise<void> {
  const target = incoming.url ?? '/'
  const mark = target.indexOf('?')
  const path = mark < 0 ? target : target.slice(0, mark)
  const answer = await handle({
    method: incoming.method ?? 'GET',
    path,
    query: new URLSearchParams(mark < 0 ? '' : target.slice(mark + 1)),
    body: await readBody(incoming),
    headers: incoming.headers,
  })
  if (answer.kind === 'hang') return
  if (answer.kind === 'reset') {
    incoming.socket.resetAndDestroy()
    return
  }
  const body = Buffer.from(answer.body)
  response.writeHead(answer.status, {
    'content-type': answer.type,
    'content-length': body.length,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  response.end(body)
}

async function readBody(incoming: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of incoming) {
    const bytes = chunk as Buffer
    size += bytes.length
    if (size <= bodyLimit) chunks.push(bytes)
  }
  return size > bodyLimit ? null : Buffer.concat(chunks).toString('utf8')
}

export async function stop(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
