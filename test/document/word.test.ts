import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { type Block, documentDocx, type MinutesDocument } from '../../src/document/index.ts'
import { type Element, elementsOf, readXml, textIn } from '../support/xml.ts'

const documentWith = (blocks: readonly Block[]): MinutesDocument => ({
  title: 'Compte-rendu',
  group: 'Groupe exemple',
  date: '24/07/2018',
  blocks,
})

const table: Block = {
  type: 'table',
  caption: 'Un tableau',
  questions: [
    { text: 'Quoi', columns: 2 },
    { text: 'Qui', columns: 1 },
  ],
  columns: ['Nom', 'Description', 'Acteurs'],
  rows: [
    [['Première'], ['Une ligne', 'Une autre'], []],
    [['Seconde'], ['Une ligne'], ['Quelqu’un']],
  ],
  isWide: true,
}

const everything = documentWith([
  { type: 'heading', level: 2, text: 'Un titre' },
  { type: 'paragraph', label: 'Contexte', text: 'Deux lignes\nde texte' },
  { type: 'list', ordered: true, items: ['Premier', 'Deuxième'] },
  { type: 'list', ordered: false, items: ['Un point'] },
  { type: 'list', ordered: true, items: ['Premier encore'] },
  { type: 'links', items: [{ text: 'Un lien', address: 'https://exemple.org/?a=1&b="2"' }] },
  { type: 'heading', level: 3, text: 'Sur le côté' },
  table,
  { type: 'paragraph', label: null, text: 'La fin' },
  { ...table, isWide: false, questions: [] },
])

async function partsOf(document: MinutesDocument): Promise<ReadonlyMap<string, Element>> {
  const files = unzipSync(await documentDocx(document))
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })
  return new Map(Object.entries(files).map(([name, bytes]) => [name, readXml(decoder.decode(bytes))]))
}

const partOf = async (document: MinutesDocument, name: string): Promise<Element> => {
  const part = (await partsOf(document)).get(name)
  if (!part) throw new Error(`no ${name}`)
  return part
}
const body = (document: MinutesDocument) => partOf(document, 'word/document.xml')

/** The order that ECMA-376 part 1 gives the elements we write (CT_PPr, CT_RPr, CT_TblPr, CT_TcPr, CT_SectPr, CT_Lvl, CT_Style). */
const orders: Readonly<Record<string, readonly string[]>> = {
  'w:pPr': ['pStyle', 'keepNext', 'numPr', 'spacing', 'ind', 'jc', 'outlineLvl', 'rPr', 'sectPr'],
  'w:rPr': ['rFonts', 'b', 'color', 'sz', 'szCs', 'u', 'lang'],
  'w:tblPr': ['tblW', 'tblBorders', 'tblLayout'],
  'w:tcPr': ['tcW', 'gridSpan', 'shd', 'tcMar'],
  'w:sectPr': ['footerReference', 'pgSz', 'pgMar'],
  'w:lvl': ['start', 'numFmt', 'lvlText', 'lvlJc', 'pPr'],
  'w:style': ['name', 'basedOn', 'next', 'qFormat', 'pPr', 'rPr'],
  'w:tbl': ['tblPr', 'tblGrid', 'tr'],
  'w:tc': ['tcPr', 'p'],
  'w:p': ['pPr', 'r', 'hyperlink', 'fldSimple'],
}

describe('the Word file', () => {
  test('says what each of its parts is, and refers to none that is missing', async () => {
    const parts = await partsOf(everything)
    const types = parts.get('[Content_Types].xml')
    const named = types
      ? elementsOf(types, 'Override').map(({ attributes }) => attributes.PartName?.slice(1))
      : []
    const others = [...parts.keys()].filter(
      (name) => name !== '[Content_Types].xml' && !name.endsWith('.rels'),
    )
    expect(named.toSorted()).toEqual(others.toSorted())
    for (const [file, folder] of [
      ['_rels/.rels', ''],
      ['word/_rels/document.xml.rels', 'word/'],
    ] as const) {
      const relationships = parts.get(file)
      if (!relationships) throw new Error(file)
      for (const { attributes } of elementsOf(relationships, 'Relationship'))
        if (attributes.TargetMode !== 'External')
          expect([...parts.keys()]).toContain(folder + attributes.Target)
    }
    const known = parts.get('word/_rels/document.xml.rels')
    const ids = known ? elementsOf(known, 'Relationship').map(({ attributes }) => attributes.Id) : []
    const document = parts.get('word/document.xml')
    const used = document
      ? ['w:hyperlink', 'w:footerReference'].flatMap((name) => elementsOf(document, name))
      : []
    expect(used).toHaveLength(4)
    for (const { attributes } of used) expect(ids).toContain(attributes['r:id'])
    expect(known && elementsOf(known, 'Relationship').at(-1)?.attributes.Target).toBe(
      'https://exemple.org/?a=1&b="2"',
    )
  })

  test('has its elements in the order of the standard, on which Word insists', async () => {
    for (const [name, part] of await partsOf(everything))
      for (const [parent, order] of Object.entries(orders))
        for (const element of elementsOf(part, parent)) {
          const children = element.children.flatMap((child) =>
            typeof child === 'string' ? [] : [child.name.slice(2)],
          )
          const places = children.map((child) => order.indexOf(child))
          expect([name, parent, children, places.includes(-1)]).toEqual([name, parent, children, false])
          if (parent !== 'w:p') expect([parent, places]).toEqual([parent, places.toSorted((a, b) => a - b)])
        }
  })

  test('has every text in order, lists that each count from 1, and wide tables alone on their side', async () => {
    const document = await body(everything)
    expect(elementsOf(document, 'w:p').map(textIn).filter(Boolean)).toEqual([
      'Compte-rendu',
      'Groupe exemple',
      '24/07/2018',
      'Un titre',
      'Contexte\u00a0: Deux lignesde texte',
      'Premier',
      'Deuxième',
      'Un point',
      'Premier encore',
      'Un lien',
      'Sur le côté',
      'Un tableau',
      ...['Quoi', 'Qui', 'Nom', 'Description', 'Acteurs'],
      ...['Première', 'Une ligne', 'Une autre', 'Seconde', 'Une ligne', 'Quelqu’un'],
      'La fin',
      ...['Nom', 'Description', 'Acteurs'],
      ...['Première', 'Une ligne', 'Une autre', 'Seconde', 'Une ligne', 'Quelqu’un'],
    ])
    const lists = elementsOf(document, 'w:numId').map(({ attributes }) => attributes['w:val'])
    expect(lists).toEqual(['2', '2', '1', '3', '1'])
    const numbering = await partOf(everything, 'word/numbering.xml')
    expect(elementsOf(numbering, 'w:num').map(({ attributes }) => attributes['w:numId'])).toEqual([
      '1',
      '2',
      '3',
    ])
    expect(elementsOf(numbering, 'w:startOverride')).toHaveLength(2)
    const pages = elementsOf(document, 'w:pgSz').map(({ attributes }) => attributes['w:orient'] ?? 'portrait')
    expect(pages).toEqual(['portrait', 'landscape', 'portrait'])
  })

  test('has as many cells in each row as its grid, and a paragraph in each', async () => {
    for (const one of elementsOf(await body(everything), 'w:tbl')) {
      const columns = elementsOf(one, 'w:gridCol').length
      for (const row of elementsOf(one, 'w:tr')) {
        const cells = elementsOf(row, 'w:tc')
        const spans = cells.map((cell) => Number(elementsOf(cell, 'w:gridSpan')[0]?.attributes['w:val'] ?? 1))
        expect(spans.reduce((sum, span) => sum + span, 0)).toBe(columns)
        for (const cell of cells) expect(elementsOf(cell, 'w:p').length).toBeGreaterThan(0)
      }
    }
  })

  test('is the same bytes for the same document', async () => {
    expect(await documentDocx(everything)).toEqual(await documentDocx(structuredClone(everything)))
  })

  test('holds any text as it is, but for what no XML can hold', async () => {
    const characters = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(']]>', '<w:p>', '&amp;', '\u0000\u0008', '\ud800', '\uffff', '"\' = <', 'مرحبا 👩‍👩‍👧'),
    )
    await fc.assert(
      fc.asyncProperty(characters, async (text) => {
        const [kept = ''] = [
          text.replaceAll(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, ''),
        ]
        const document = documentWith([
          { type: 'heading', level: 2, text },
          { type: 'links', items: [{ text, address: text }] },
          { ...table, rows: [[[text], [text], [text]]] },
        ])
        const texts = elementsOf(await body(document), 'w:p').map(textIn)
        const shown = kept.replaceAll('\n', '')
        if (shown !== '') expect(texts.filter((one) => one === shown).length).toBeGreaterThanOrEqual(5)
      }),
      { numRuns: 40 },
    )
  }, 30_000)
})
