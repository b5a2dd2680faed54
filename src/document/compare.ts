import { diffArrays, diffWordsWithSpace } from 'diff'
import type { Block, MinutesDocument } from './model.ts'

export type Part = { readonly kind: 'same' | 'inserted' | 'deleted'; readonly text: string }

/** A paragraph, item or row that differs, under the heading where it stands. */
export type Change = { readonly where: string; readonly parts: readonly Part[] }

/** What differs between two versions of a document, in the order of the second; nothing when they say the same. Pure. */
export function compareDocuments(before: MinutesDocument, after: MinutesDocument): readonly Change[] {
  const [old, now] = [linesOf(before), linesOf(after)]
  const pieces = diffArrays([...old], [...now], { comparator: (one, other) => one.text === other.text })
  return pieces.flatMap((piece, at): readonly Change[] => {
    if (!piece.added && !piece.removed) return []
    const next = pieces[at + 1]
    // What was taken out and what came in its place are one change, told with the latter.
    if (piece.removed) return next?.added ? pairs(piece.value, next.value) : piece.value.map(gone)
    return pieces[at - 1]?.removed ? [] : piece.value.map(come)
  })
}

type Line = { readonly where: string; readonly text: string }

function pairs(old: readonly Line[], now: readonly Line[]): readonly Change[] {
  return Array.from({ length: Math.max(old.length, now.length) }, (_, at): Change => {
    const [one, other] = [old[at], now[at]]
    if (one && other) return { where: other.where, parts: wordsOf(one.text, other.text) }
    return one ? gone(one) : come(other ?? { where: '', text: '' })
  })
}

const gone = ({ where, text }: Line): Change => ({ where, parts: [{ kind: 'deleted', text }] })
const come = ({ where, text }: Line): Change => ({ where, parts: [{ kind: 'inserted', text }] })

const wordsOf = (before: string, after: string): readonly Part[] =>
  diffWordsWithSpace(before, after).map(({ added, removed, value }) => ({
    kind: added ? 'inserted' : removed ? 'deleted' : 'same',
    text: value,
  }))

/** A document as lines: each paragraph, item and row is one, under its heading. */
function linesOf({ title, group, date, blocks }: MinutesDocument): readonly Line[] {
  let where = title
  return [
    { where, text: `${group}, ${date}` },
    ...blocks.flatMap((block) => {
      if (block.type === 'heading') where = block.text
      return textsOf(block).map((text) => ({ where, text }))
    }),
  ]
}

function textsOf(block: Block): readonly string[] {
  switch (block.type) {
    case 'heading':
      return [block.text]
    case 'paragraph':
      return [block.label === null ? block.text : `${block.label}\u00a0: ${block.text}`]
    case 'list':
      return block.items
    case 'links':
      return block.items.map(({ text }) => text)
    case 'table':
      return block.rows.map((row) => row.map((cell) => cell.join(' ')).join(' | '))
  }
}
