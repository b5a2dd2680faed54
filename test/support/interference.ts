import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { listening } from './listening.ts'

export type Interference = {
  /** The same path as what it stands before. */
  readonly url: string
  /** Loses the answers to the next POSTs, once they have come. */
  readonly swallow: (times: number) => void
  /** Is not there while something happens: connections are refused. */
  readonly away: (happening: () => Promise<void>) => Promise<void>
  readonly close: () => Promise<void>
}

/** Something between Recueil and a server that passes everything on, and now and then loses an answer. */
export async function openInterference(target: string): Promise<Interference> {
  let lost = 0
  const server = createServer(async (request, response) => {
    const answer = await pass(target, request)
    if (request.method === 'POST' && lost > 0) {
      lost--
      request.socket.destroy()
    } else await reply(response, answer)
  })
  const port = await listening(server)
  const close = () => {
    server.closeAllConnections()
    return new Promise<void>((resolve) => server.close(() => resolve()))
  }
  return {
    url: `http://127.0.0.1:${port}${new URL(target).pathname}`,
    swallow(times) {
      lost = times
    },
    async away(happening) {
      await close()
      await happening()
      await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
    },
    close,
  }
}

async function pass(target: string, request: IncomingMessage): Promise<Response> {
  const body = (await request.toArray()).map(String).join('')
  const { authorization = '', 'content-type': type = '' } = request.headers
  const headers = { authorization, 'content-type': type }
  return fetch(target, { method: request.method ?? 'GET', headers, ...(body !== '' && { body }) })
}

async function reply(response: ServerResponse, answer: Response): Promise<void> {
  const location = answer.headers.get('location')
  response.writeHead(answer.status, location === null ? {} : { location })
  response.end(await answer.text())
}
