import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { catalogue as groupCatalogue } from '../../forms/index.ts'
import { areaRange, columnIndex, columnLetters, parseRange } from '../../src/sheet/a1.ts'
import { layoutOf } from '../../src/sheet/index.ts'
import { columnIdOf, protectionIdOf, signatureOf } from '../../src/sheet/layout.ts'
import { catalogue } from './fixture.ts'

const [essais, zones, members] = layoutOf(catalogue, {})

describe('the layout', () => {
  test('has a tab for each form and for each repeat that asks for one', () => {
    expect([essais?.title, zones?.title, members?.title]).toEqual(['Essais', 'Zones', 'Membres'])
    expect([essais?.key, zones?.key]).toEqual(['essai', 'essai/zones'])
  })

  test('begins with the reference, the status, the title and the remark, and ends with the coordination and the dates', () => {
    const labels = essais?.columns.map(({ label }) => label) ?? []
    expect(labels.slice(0, 4)).toEqual(['ID', 'Statut', 'Nom', 'Remarque de synchronisation'])
    expect(labels.slice(-4)).toEqual(['Note du coordinateur', 'Responsable', 'Reçue le', 'Modifiée le'])
  })

  test('gives a point two columns, a note and a hidden field none', () => {
    const keys = essais?.columns.map(({ key }) => key) ?? []
    expect(keys).toContain('lieu.lat')
    expect(keys).toContain('lieu.lon')
    expect(keys).not.toContain('avis')
    expect(keys).not.toContain('cache')
    expect(keys).not.toContain('zones')
    expect(keys).toContain('criteres')
  })

  test('tags a column of labels by the tag of labels, and a field without a tag by its name', () => {
    const tags = new Map(essais?.columns.map(({ key, tag }) => [key, tag]))
    expect(tags.get('region')).toBe('#adm1+name')
    expect(tags.get('lieu.lat')).toBe('#geo+lat')
    expect(tags.get('tel')).toBe('#meta+tel')
    expect(tags.get('#reference')).toBe('#meta+reference')
  })

  test('says who each column belongs to', () => {
    const owners = new Map(essais?.columns.map(({ key, owner }) => [key, owner]))
    expect(owners.get('nom')).toBe('mirror')
    expect(owners.get('commentaire')).toBe('shared')
    expect(owners.get('#status')).toBe('coordinator')
    expect(owners.get('#note')).toBe('coordinator')
  })

  test('places a repeat’s row by its reference, its number and the record’s own answers', () => {
    expect(zones?.columns.map(({ label }) => label)).toEqual([
      'ID',
      'N°',
      'Nom',
      'Zone',
      'Point — Latitude',
      'Point — Longitude',
      'Modifiée le',
      'Remarque de synchronisation',
    ])
  })

  test('has other ids in another generation, and the same in the same', () => {
    const again = layoutOf(catalogue, { essai: 1 })[0]
    expect(layoutOf(catalogue, {})[0]?.sheetId).toBe(essais?.sheetId)
    expect(again?.sheetId).not.toBe(essais?.sheetId)
    expect(again && signatureOf(again)).not.toBe(essais && signatureOf(essais))
  })

  test('the group’s workbook has no id twice, all positive and 31 bits long', () => {
    const tabs = layoutOf(groupCatalogue, {})
    const groups = [
      tabs.map(({ sheetId }) => sheetId),
      tabs.flatMap((tab) => tab.columns.map((column) => columnIdOf(tab, column))),
      tabs.flatMap((tab) => tab.columns.map((column) => protectionIdOf(tab, column))),
    ]
    for (const ids of groups) {
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids.every((id) => Number.isInteger(id) && id > 0 && id < 2 ** 31)).toBe(true)
    }
  })

  test('no tab of the group’s workbook has a column key or a title twice', () => {
    const tabs = layoutOf(groupCatalogue, {})
    expect(new Set(tabs.map(({ title }) => title.toLowerCase())).size).toBe(tabs.length)
    for (const { columns } of tabs) {
      expect(new Set(columns.map(({ key }) => key)).size).toBe(columns.length)
    }
  })
})

describe('A1 notation', () => {
  test('letters and indexes are each other’s inverse', () => {
    fc.assert(
      fc.property(fc.nat(18_277), (index) => {
        expect(columnIndex(columnLetters(index))).toBe(index)
      }),
    )
  })

  test('a range says again what it was made of, whatever the title', () => {
    const title = fc.string({ minLength: 1 }).filter((text) => !/[\n\r]/.test(text))
    fc.assert(
      fc.property(title, fc.nat(100), fc.nat(100), (title, row, column) => {
        const area = { startRow: row, endRow: row + 3, startColumn: column, endColumn: column + 2 }
        expect(parseRange(areaRange(title, area))).toEqual({ title, row, column, endRow: row + 3 })
      }),
    )
  })

  test('reads an unquoted title and a whole column', () => {
    expect(parseRange('Projets!B1:B981')).toEqual({ title: 'Projets', column: 1, row: 0, endRow: 981 })
    expect(parseRange("'Plan d''action'!C:C")).toEqual({
      title: "Plan d'action",
      column: 2,
      row: 0,
      endRow: null,
    })
  })
})
