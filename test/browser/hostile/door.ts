import type { Started } from '../recueil.ts'

export type Answer = { readonly status: number; readonly body: Readonly<Record<string, unknown>> }

/** One request of the API as the coordinator of the Recueil on this machine. */
export async function askApi(
  { url }: Started,
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const response = await fetch(url + path, {
    method,
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, body: text === '' ? {} : (JSON.parse(text) as Answer['body']) }
}
