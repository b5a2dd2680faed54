import type { Block } from './model.ts'
import { printed } from './typography.ts'

/**
 * What someone typed as plain text, by the habits of plain text: an empty line between paragraphs, lines that begin
 * with "- " are a list, and a line that stands alone and ends with ":" is a heading.
 */
export function blocksOf(text: string): readonly Block[] {
  return text
    .split(/\n[^\S\n]*\n/)
    .map((part) => part.split('\n').map((line) => line.trim()))
    .flatMap((lines) => partOf(lines.filter((line) => line !== '')))
}

const bullet = /^[-–•*]\s+/

function partOf(lines: readonly string[]): readonly Block[] {
  const [first] = lines
  if (first === undefined) return []
  if (lines.length === 1 && /:$/.test(first))
    return [{ type: 'heading', level: 3, text: printed(first.replace(/\s*:$/, '')) }]
  const start = lines.findIndex((line) => bullet.test(line))
  if (start === -1) return [{ type: 'paragraph', label: null, text: printed(lines.join('\n')) }]
  const end = lines.findIndex((line, at) => at > start && !bullet.test(line))
  const items = lines.slice(start, end === -1 ? undefined : end)
  return [
    ...partOf(lines.slice(0, start)),
    { type: 'list', ordered: false, items: items.map((line) => printed(line.replace(bullet, ''))) },
    ...(end === -1 ? [] : partOf(lines.slice(end))),
  ]
}
