import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import * as v from 'valibot'
import { isJsonType } from '../access/index.ts'
import type { AppEnv } from '../context.ts'
import { pointerOf } from '../form/index.ts'
import { problem } from '../problem.ts'

/** A project sheet with 46 zones and every text full is under 60 KB. */
export const limitBody = bodyLimit({
  maxSize: 512 * 1024,
  onError: () => {
    throw problem('too-large')
  },
})

/** Deeper than any answer goes (a row of a repeat is at 4), and shallow enough for anything that recurses. */
const maxDepth = 20

/** No request is a list; to valibot one is an object without keys. */
const noList = v.pipe(
  v.unknown(),
  v.check((input) => !Array.isArray(input)),
)

/**
 * The JSON a request carries, in the shape of `schema`.
 * @throws problem 'unsupported-type', 'invalid-body' (not UTF-8, not JSON, or nested too deep), 'invalid' (another shape)
 */
export async function readJson<Schema extends v.GenericSchema>(
  c: Context<AppEnv>,
  schema: Schema,
): Promise<v.InferOutput<Schema>> {
  const type = c.req.header('content-type') ?? ''
  if (!isJsonType(type)) throw problem('unsupported-type')
  const text = decode(await c.req.arrayBuffer())
  if (depthOf(text) > maxDepth) throw problem('invalid-body')
  const result = v.safeParse(v.pipe(noList, schema), parse(text))
  if (result.success) return result.output
  throw problem('invalid', {
    errors: result.issues.map((issue) => ({
      pointer: pointerOf(...(issue.path ?? []).map(({ key }) => String(key))),
      message: {
        fr: 'Cette valeur n’a pas la forme attendue, ou n’est pas attendue ici.',
        en: 'This value does not have the expected shape, or is not expected here.',
      },
    })),
  })
}

/** JSON is UTF-8 (RFC 8259): bytes that are not would be names damaged in silence. */
function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes)
  } catch {
    throw problem('invalid-body')
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw problem('invalid-body')
  }
}

/**
 * How deep brackets nest outside strings: known before parsing, since a parsed giant would overflow what walks it. Each
 * character is looked at once, whatever the text: an expression that looks for whole strings would take a minute over
 * one that never ends.
 */
function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  let inString = false
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (inString) {
      if (character === '\\') at++
      else if (character === '"') inString = false
    } else if (character === '"') inString = true
    else if (character === '[' || character === '{') deepest = Math.max(deepest, ++depth)
    else if (character === ']' || character === '}') depth--
  }
  return deepest
}
