import type { Field } from '../form/definition/index.ts'

/** The HXL tags of a field's columns: of its codes, and of their labels (or of a value that has no code). */
export type Tags = { readonly code: string | null; readonly label: string | null }

/**
 * HXL tells codes from labels by +code and +name: whichever the form declares, the other follows from it. A vocabulary
 * (+v_…) is that of the codes.
 */
export function tagsOf({ hxl, hxlLabel, type }: Field): Tags {
  if (hxl === null) return { code: null, label: hxlLabel }
  if (type !== 'select_one' && type !== 'select_multiple') return { code: null, label: hxl }
  const [hashtag = '', ...attributes] = hxl.split('+')
  const tag = (part: string) => {
    const kept = part === 'code' ? attributes : attributes.filter((attribute) => !attribute.startsWith('v_'))
    const place = kept.findIndex((attribute) => attribute === 'code' || attribute === 'name')
    const named = place < 0 ? withPart(kept, part) : kept.map((one, index) => (index === place ? part : one))
    return [hashtag, ...named].join('+')
  }
  return { code: tag('code'), label: hxlLabel ?? tag('name') }
}

/** That a cell holds a list is said last. */
const withPart = (attributes: readonly string[], part: string): readonly string[] =>
  attributes.at(-1) === 'list' ? [...attributes.slice(0, -1), part, 'list'] : [...attributes, part]

/** The tags of a point's latitude and longitude, which a field declares as one text. */
export function pointTags({ hxl }: Field): readonly [string | null, string | null] {
  const [lat = null, lon = null] = hxl?.split('|') ?? []
  return [lat, lon]
}
