import { strFromU8, unzipSync } from 'fflate'

export type ReadCell = string | number | boolean | { readonly day: string } | null
export type Sheet = { readonly name: string; readonly rows: readonly (readonly ReadCell[])[] }

/** Reads a workbook as Office Open XML says, written apart from what writes it: the tabs it lists, cell by cell. */
export function readSheets(bytes: Uint8Array): readonly Sheet[] {
  const files = unzipSync(bytes)
  const read = (path: string): string => {
    const file = files[path]
    if (!file) throw new Error(`the workbook has no ${path}`)
    return strFromU8(file)
  }
  if (!read('[Content_Types].xml').includes('PartName="/xl/workbook.xml"'))
    throw new Error('no type of the workbook')
  const targets = new Map(
    [...read('xl/_rels/workbook.xml.rels').matchAll(/<Relationship Id="(\w+)"[^>]* Target="([^"]+)"/g)].map(
      ([, id = '', target = '']) => [id, target],
    ),
  )
  const formats = numberFormats(read('xl/styles.xml'))
  return [...read('xl/workbook.xml').matchAll(/<sheet name="([^"]*)" sheetId="\d+" r:id="(\w+)"\/>/g)].map(
    ([, name = '', id = '']) => ({
      name: unescaped(name),
      rows: [...read(`xl/${targets.get(id)}`).matchAll(/<row>(.*?)<\/row>/gs)].map(([, row = '']) =>
        [...row.matchAll(/<c([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, attributes = '', content]) =>
          cellOf(attributes, content, formats),
        ),
      ),
    }),
  )
}

/** The format of each style of cells, by its place. */
const numberFormats = (styles: string): readonly string[] => {
  const named = new Map(
    [...styles.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(([, id = '', code = '']) => [
      id,
      code,
    ]),
  )
  const [, cells = ''] = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(styles) ?? []
  return [...cells.matchAll(/numFmtId="(\d+)"/g)].map(([, id = '']) => named.get(id) ?? id)
}

function cellOf(attributes: string, content: string | undefined, formats: readonly string[]): ReadCell {
  if (content === undefined) return null
  const type = /\bt="(\w+)"/.exec(attributes)?.[1]
  if (type === 'inlineStr') {
    const text = /^<is><t xml:space="preserve">(.*)<\/t><\/is>$/s.exec(content)
    if (!text) throw new Error(`no text: ${content}`)
    return unescaped(text[1] ?? '').replace(/_x([0-9A-Fa-f]{4})_/g, (_, code) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
  }
  const value = /^<v>(.*)<\/v>$/.exec(content)?.[1]
  if (value === undefined) throw new Error(`no value: ${content}`)
  if (type === 'b') return value === '1'
  const format = formats[Number(/\bs="(\d+)"/.exec(attributes)?.[1] ?? 0)]
  if (format?.includes('yyyy'))
    return { day: new Date(Date.UTC(1899, 11, 30 + Number(value))).toISOString().slice(0, 10) }
  return Number(value)
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }
const unescaped = (text: string): string => text.replace(/&(\w+);/g, (_, name) => entities[name] ?? '?')
