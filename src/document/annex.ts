import type { DocumentLayout } from '../form/definition/index.ts'
import type { Block, MinutesDocument } from './model.ts'
import { printed } from './typography.ts'

/** Those who were there: the named by name and organisation alone, the others as a number. */
export type Annex = {
  readonly named: readonly { readonly name: string; readonly organisation: string }[]
  readonly unnamed: number
}

/** The document with its attendance list at the end; null when no list was kept. Pure. */
export function withAnnex(
  document: MinutesDocument,
  { annex: words }: DocumentLayout,
  annex: Annex | null,
): MinutesDocument {
  const { named, unnamed } = annex ?? { named: [], unnamed: 0 }
  const blocks: readonly Block[] = [
    { type: 'heading', level: 2, text: printed(words.title.fr) },
    ...(named.length === 0
      ? []
      : [
          {
            type: 'table' as const,
            caption: printed(words.title.fr),
            questions: [],
            columns: ['Nom', 'Organisation'],
            rows: named.map(({ name, organisation }) => [[printed(name)], [printed(organisation)]]),
            isWide: false,
          },
        ]),
    ...(unnamed === 0
      ? []
      : [paragraph((unnamed === 1 ? words.unnamedOne : words.unnamed).fr.replace('{n}', String(unnamed)))]),
    ...(named.length === 0 && unnamed === 0 ? [paragraph(words.nobody.fr)] : []),
  ]
  return { ...document, blocks: [...document.blocks, ...blocks] }
}

const paragraph = (text: string): Block => ({ type: 'paragraph', label: null, text: printed(text) })
