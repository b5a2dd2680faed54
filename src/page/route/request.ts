import type { Context } from 'hono'
import { isFormType, keyName, limitSentKey } from '../../access/index.ts'
import type { AppEnv } from '../../context.ts'
import { problem } from '../../problem.ts'
import { type Entries, entryOf } from '../entries.ts'

/** The longest body of a form page, in bytes: 46 zones of long answers are under 100 kB. */
const mostBytes = 1_000_000
/** The most controls of a form page. */
const mostEntries = 2_000

/**
 * The entries of a submitted form, texts only: files are not taken by forms.
 * @throws problem 'unsupported-type', 'too-large', 'invalid-body', 'too-many'
 */
export async function readEntries(c: Context<AppEnv>): Promise<Entries> {
  const data = await readFormData(c, mostBytes)
  const entries = [...data].filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  if (entries.length > mostEntries) throw problem('too-large')
  // What a decoder puts where bytes are no UTF-8: a name would be damaged in silence.
  if (entries.some(([, text]) => text.includes('\ufffd'))) throw problem('invalid-body')
  await limitSentKey(c, entryOf(entries, keyName))
  return entries
}

/**
 * The content of the one file that a form of the console sends; none when no file was chosen.
 * @param most the most bytes it may have
 * @throws problem 'unsupported-type', 'too-large', 'invalid-body'
 */
export async function readFile(c: Context<AppEnv>, name: string, most: number): Promise<Uint8Array> {
  // The file is not alone in its body: its name and the boundaries around it take a little more.
  const file = (await readFormData(c, most + 10_000)).get(name)
  return file === null || typeof file === 'string'
    ? new Uint8Array()
    : new Uint8Array(await file.arrayBuffer())
}

async function readFormData(c: Context<AppEnv>, most: number): Promise<FormData> {
  const type = c.req.header('content-type') ?? ''
  if (!isFormType(type)) throw problem('unsupported-type')
  const body = await readBytes(c.req.raw.body, most)
  return new Response(body, { headers: { 'content-type': type } }).formData().catch(() => {
    throw problem('invalid-body')
  })
}

async function readBytes(stream: ReadableStream<Uint8Array> | null, most: number): Promise<Uint8Array> {
  if (stream === null) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of stream) {
    length += chunk.length
    if (length > most) throw problem('too-large')
    chunks.push(chunk)
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}
