import { apiError, invalid } from './error.ts'
import { messageSpecs } from './schema.ts'
import type { Json, JsonObject } from './types.ts'

/** A field mask as a tree; `all` at a leaf takes the whole value. */
export type Mask = { readonly all: boolean; readonly children: ReadonlyMap<string, Mask> }

type Draft = { all: boolean; children: Map<string, Draft> }

/**
 * Parses `a.b,c(d,e/f),*`. Names are taken verbatim: Google's parser too refuses a space after a comma.
 * @throws ApiError 400 when the parentheses do not match or a name is empty
 */
export function parseMask(text: string): Mask {
  const root: Draft = { all: false, children: new Map() }
  const end = readList(text, 0, root)
  if (end !== text.length) throw badPath(text)
  return root
}

function readList(text: string, from: number, parent: Draft): number {
  let position = from
  for (;;) {
    position = readPath(text, position, parent)
    if (text[position] !== ',') return position
    position += 1
  }
}

function readPath(text: string, from: number, parent: Draft): number {
  let node = parent
  let position = from
  for (;;) {
    const name = /^[\w*]+/.exec(text.slice(position, position + 200))?.[0]
    if (name === undefined) throw badPath(text)
    position += name.length
    if (name === '*') node.all = true
    else node = childOf(node, name)
    const mark = text[position]
    if (mark === '(') {
      position = readList(text, position + 1, node)
      if (text[position] !== ')') throw badPath(text)
      return position + 1
    }
    if (mark !== '.' && mark !== '/') {
      node.all = true
      return position
    }
    position += 1
  }
}

function childOf(node: Draft, name: string): Draft {
  const camel = name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
  const child = node.children.get(camel) ?? { all: false, children: new Map() }
  node.children.set(camel, child)
  return child
}

function badPath(path: string) {
  return apiError({
    code: 400,
    message: 'Request contains an invalid argument.',
    status: 'INVALID_ARGUMENT',
    details: [
      {
        '@type': 'type.googleapis.com/google.rpc.BadRequest',
        fieldViolations: [
          {
            field: path,
            description: `Error expanding 'fields' parameter. Cannot find matching fields for path '${path}'.`,
          },
        ],
      },
    ],
  })
}

/** @throws ApiError 400 for a path that the message does not have */
export function checkMask(mask: Mask, type: string, path = ''): void {
  const spec = messageSpecs.get(type)
  if (spec === undefined) {
    if (mask.children.size > 0 && type !== 'any') throw badPath(path)
    return
  }
  for (const [name, child] of mask.children) {
    const field = spec.fields.get(name)
    const here = path === '' ? name : `${path}.${name}`
    if (field === undefined) throw badPath(here)
    if (field.shape !== 'map') checkMask(child, field.type, here)
  }
}

/**
 * The mask of a sub-request, rooted at a message.
 * @throws ApiError 400 when it is missing or names an unknown field
 */
export function requestMask(fields: string | undefined, type: string): Mask {
  if (fields === undefined || fields === '') {
    throw invalid("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)")
  }
  const mask = parseMask(fields)
  checkMask(mask, type)
  return mask
}

/** Whether a path is taken by the mask, wholly or in part. */
export function maskTakes(mask: Mask, ...path: readonly string[]): boolean {
  let node: Mask | undefined = mask
  for (const name of path) {
    if (node.all) return true
    node = node.children.get(name)
    if (node === undefined) return false
  }
  return true
}

/** Keeps of a value what the mask takes; lists are masked item by item. */
export function select(value: Json, mask: Mask): Json {
  if (mask.all || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item: Json) => select(item, mask))
  const output: Record<string, Json> = {}
  for (const [name, item] of Object.entries(value as JsonObject)) {
    const child = mask.children.get(name)
    if (child !== undefined) output[name] = select(item, child)
  }
  return output
}

/** Puts into `target` the masked fields of `source`; a masked field that `source` lacks is removed. */
export function merge(target: JsonObject, source: JsonObject, mask: Mask): JsonObject {
  if (mask.all) return source
  const output: Record<string, Json> = { ...target }
  for (const [name, child] of mask.children) {
    const given = source[name]
    if (child.all) {
      if (given === undefined) delete output[name]
      else output[name] = given
      continue
    }
    const merged = merge(asObject(output[name]), asObject(given), child)
    if (Object.keys(merged).length > 0) output[name] = merged
    else delete output[name]
  }
  return output
}

function asObject(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {}
}
