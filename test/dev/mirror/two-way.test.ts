import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { gridOf } from './grid.ts'
import { type Rig, rowsIn, startRig } from './rig.ts'

let rig: Rig
beforeEach(async () => {
  rig = await startRig()
  for (let number = 1; number <= 6; number += 1) {
    rig.send(number, { nom: `Nom ${number}`, tel: `0${number}`, commentaire: `Mot ${number}` })
  }
  await rig.settle('poll')
})
afterEach(() => rig.close())

const remark = 'Remarque de synchronisation'
const { columnOf, record, rowOf, type } = gridOf(() => rig)
const row = (number: number) => rowsIn(rig, 'Essais').get(`ES-000${number}`)

describe('what the coordinator types', () => {
  test('in a status cell is a transition, made by the sheet, whatever case and accents', async () => {
    type('ES-0003', 'Statut', ' VALIDEE ')
    await rig.settle('poll')
    expect(record(3)?.status).toBe('validee')
    expect(row(3)).toMatchObject({ Statut: 'Validée', [remark]: '' })
    const [event] = rig.records.events('record.transitioned')
    expect(event?.actor).toMatchObject({ role: 'coordinator', name: 'feuille', source: 'sheet' })
  })

  test('as a status that cannot follow is put back, with the reason, and kept in the log', async () => {
    type('ES-0003', 'Statut', 'Validée')
    await rig.settle('poll')
    type('ES-0003', 'Statut', 'Reçue')
    await rig.settle('poll')
    expect(record(3)?.status).toBe('validee')
    expect(row(3)?.Statut).toBe('Validée')
    expect(row(3)?.[remark]).toMatch(/Statut.*«\sReçue\s» refusé.*ne peut pas passer/)
    expect(rig.records.events('sheet.refused')).toMatchObject([
      { detail: { row: 'ES-0003', column: 'Statut', sheet: 'Reçue', record: 'Validée' } },
    ])
  })

  test('that is no status is put back, and the list is given', async () => {
    type('ES-0003', 'Statut', 'Presque')
    await rig.settle('poll')
    expect(row(3)).toMatchObject({
      Statut: 'Reçue',
      [remark]: expect.stringMatching(/«\sReçue\s», «\sValidée\s»/),
    })
  })

  test('in a note, in the assignee, in a shared column is in the record', async () => {
    type('ES-0002', 'Note du coordinateur', 'à rappeler')
    type('ES-0002', 'Responsable', 'Point focal')
    type('ES-0002', 'Commentaire', 'corrigé')
    await rig.settle('poll')
    expect(record(2)).toMatchObject({
      coordination: { note: 'à rappeler', assignee: 'Point focal' },
      answers: { commentaire: 'corrigé' },
    })
  })

  test('in a column of ours is put back', async () => {
    type('ES-0002', 'Nom', 'Autre')
    await rig.settle('poll')
    expect(row(2)?.Nom).toBe('Nom 2')
    expect(record(2)?.answers.nom).toBe('Nom 2')
  })

  test('and an error cell is no value: it is left, and remarked', async () => {
    type('ES-0002', 'Note du coordinateur', 'vu')
    await rig.settle('poll')
    rig.sheet.book.edit('Essais', rowOf('ES-0002'), columnOf('Note du coordinateur'), '#REF!')
    await rig.settle('poll')
    expect(record(2)?.coordination.note).toBe('vu')
    expect(row(2)).toMatchObject({
      'Note du coordinateur': '#REF!',
      [remark]: expect.stringContaining('erreur'),
    })
    type('ES-0002', 'Note du coordinateur', 'vu')
    await rig.settle('poll')
    expect(row(2)?.[remark]).toBe('')
  })

  test('as a formula counts by its value, and the formula stays', async () => {
    type('ES-0002', 'Commentaire', 'lu')
    await rig.settle('poll')
    const letter = String.fromCharCode(65 + columnOf('Commentaire'))
    const at = rowOf('ES-0002')
    rig.sheet.book.edit('Essais', at, columnOf('Note du coordinateur'), `=${letter}${at + 1}&" et vu"`)
    // The column is one of texts: a formula is only one in a cell of another format.
    rig.sheet.book.request({
      updateCells: {
        start: {
          sheetId: rig.tabs()[0]?.sheetId ?? 0,
          rowIndex: at,
          columnIndex: columnOf('Note du coordinateur'),
        },
        rows: [{ values: [{ userEnteredValue: { formulaValue: `=${letter}${at + 1}&" et vu"` } }] }],
        fields: 'userEnteredValue',
      },
    })
    await rig.settle('poll')
    expect(record(2)?.coordination.note).toBe('lu et vu')
    const { userEnteredValue } = rig.sheet.book.cell('Essais', at, columnOf('Note du coordinateur'))
    expect(userEnteredValue).toHaveProperty('formulaValue')
  })

  test('as a block over rows and columns: what may be changed is, what may not is put back and said', async () => {
    const from = columnOf('Téléphone')
    const width = columnOf('Commentaire') - from + 1
    const line = (tel: string, text: string) =>
      [tel, ...Array.from({ length: width - 2 }, () => ''), text].join('\t')
    rig.sheet.book.paste(
      'Essais',
      rowOf('ES-0002'),
      from,
      [line('x', 'collé 2'), line('y', 'collé 3')].join('\n'),
    )
    await rig.settle('poll')
    for (const number of [2, 3]) {
      expect(record(number)?.answers.commentaire).toBe(`collé ${number}`)
      expect(row(number)).toMatchObject({
        Téléphone: `0${number}`,
        Commentaire: `collé ${number}`,
        [remark]: expect.stringContaining('Téléphone'),
      })
    }
  })

  test('a remark goes when its cell is emptied, or with the next edit that is kept', async () => {
    type('ES-0003', 'Statut', 'Presque')
    type('ES-0004', 'Statut', 'Presque')
    await rig.settle('poll')
    type('ES-0003', remark, '')
    type('ES-0004', 'Note du coordinateur', 'fait')
    await rig.settle('poll')
    expect(row(3)?.[remark]).toBe('')
    expect(row(4)?.[remark]).toBe('')
  })
})

describe('when both sides change', () => {
  test('different cells, both changes are kept', async () => {
    type('ES-0001', 'Note du coordinateur', 'à rappeler')
    rig.send(1, { nom: 'Un', tel: '01', commentaire: 'Mot 1' })
    await rig.settle('poll')
    expect(row(1)).toMatchObject({ Nom: 'Un', 'Note du coordinateur': 'à rappeler' })
    expect(record(1)).toMatchObject({ answers: { nom: 'Un' }, coordination: { note: 'à rappeler' } })
  })

  test('the same cell, the sheet overrules, and the record’s value is kept in the log and shown', async () => {
    type('ES-0001', 'Commentaire', 'du coordinateur')
    rig.send(1, { nom: 'Nom 1', tel: '01', commentaire: 'du membre' })
    await rig.settle('poll')
    expect(record(1)?.answers.commentaire).toBe('du coordinateur')
    expect(row(1)).toMatchObject({
      Commentaire: 'du coordinateur',
      [remark]: expect.stringMatching(/«\sdu membre\s»/),
    })
    expect(rig.records.events('sheet.conflict')).toMatchObject([
      { detail: { row: 'ES-0001', column: 'Commentaire', sheet: 'du coordinateur', record: 'du membre' } },
    ])
  })

  test('the same cell to the same value, nothing is in conflict', async () => {
    type('ES-0001', 'Commentaire', 'pareil')
    rig.send(1, { nom: 'Nom 1', tel: '01', commentaire: 'pareil' })
    await rig.settle('poll')
    expect(rig.records.events('sheet.conflict')).toEqual([])
    expect(row(1)?.[remark]).toBe('')
  })

  test('a value of ours that was never confirmed is not taken for an edit', async () => {
    rig.send(1, { nom: 'Nom 1', commentaire: 'deuxième' })
    rig.sheet.faults.next({ kind: 'status', status: 503, applied: true }, { on: 'write' })
    await rig.poll()
    rig.send(1, { nom: 'Nom 1', commentaire: 'troisième' })
    await rig.settle('poll')
    expect(record(1)?.answers.commentaire).toBe('troisième')
    expect(row(1)).toMatchObject({ Commentaire: 'troisième', [remark]: '' })
  })

  test('a lost write that a sort put in another row is not taken for an edit of that row', async () => {
    rig.send(1, { nom: 'Un', commentaire: 'nouveau' })
    rig.beforeNextWrite(() => rig.sheet.book.sort('Essais', columnOf('ID'), 'descending'))
    rig.sheet.faults.next({ kind: 'status', status: 503, applied: true }, { on: 'write' })
    await rig.settle('poll')
    for (const number of [2, 3, 4, 5, 6]) {
      expect(row(number)).toMatchObject({ Nom: `Nom ${number}`, Commentaire: `Mot ${number}` })
      expect(record(number)?.answers.commentaire).toBe(`Mot ${number}`)
    }
    expect(row(1)).toMatchObject({ Nom: 'Un', Commentaire: 'nouveau' })
  })
})

describe('at the very moment between our read and our write', () => {
  const lost = [false, true] as const

  test.each(lost)(
    'an edit of the cell we write is kept, and what we wrote (answer lost: %s)',
    async (isLost) => {
      rig.send(1, { nom: 'Nom 1', tel: '01', commentaire: 'du membre' })
      rig.beforeNextWrite(() => type('ES-0001', 'Commentaire', 'du coordinateur'))
      if (isLost) rig.sheet.faults.next({ kind: 'status', status: 503, applied: true }, { on: 'write' })
      await rig.settle('poll')
      expect(record(1)?.answers.commentaire).toBe('du coordinateur')
      expect(row(1)?.Commentaire).toBe('du coordinateur')
      expect(rig.records.events('sheet.conflict')).toMatchObject([
        { detail: { row: 'ES-0001', sheet: 'du coordinateur', record: 'du membre' } },
      ])
    },
  )

  test.each(lost)(
    'an edit of another record’s cell, under which a sort put our write (answer lost: %s)',
    async (isLost) => {
      rig.send(1, { nom: 'Nom 1', tel: '01', commentaire: 'du membre' })
      rig.beforeNextWrite(() => {
        type('ES-0006', 'Commentaire', 'du coordinateur')
        rig.sheet.book.sort('Essais', columnOf('ID'), 'descending')
      })
      if (isLost) rig.sheet.faults.next({ kind: 'status', status: 503, applied: true }, { on: 'write' })
      await rig.settle('poll')
      expect(record(6)?.answers.commentaire).toBe('du coordinateur')
      expect(row(6)).toMatchObject({ Nom: 'Nom 6', Commentaire: 'du coordinateur' })
      expect(row(1)).toMatchObject({ Nom: 'Nom 1', Commentaire: 'du membre' })
    },
  )

  test('nothing of an erased record stays where overwritten cells are copied', async () => {
    type('ES-0001', 'Note du coordinateur', 'un secret')
    await rig.settle('poll')
    rig.send(
      1,
      { nom: 'Autre', commentaire: 'autre' },
      { coordination: { note: 'autre secret', assignee: '' } },
    )
    await rig.settle('poll')
    rig.send(1, {}, { erasedAt: 1 })
    await rig.settle('poll')
    const said = rig.sheet.book.tabs().flatMap((title) => rig.sheet.book.values(title).flat().map(String))
    expect(said.filter((text) => /secret|Nom 1|Mot 1|Xerxès|xyz/.test(text))).toEqual([])
  })
})

describe('accidents', () => {
  test('a reference typed over is put back', async () => {
    type('ES-0004', 'ID', 'brouillon')
    await rig.settle('poll')
    expect([...rowsIn(rig, 'Essais').keys()]).toEqual([1, 2, 3, 4, 5, 6].map((number) => `ES-000${number}`))
    expect(row(4)).toMatchObject({ Nom: 'Nom 4' })
  })

  test('a reference emptied, or typed into another record’s row, is put back', async () => {
    type('ES-0004', 'ID', '')
    rig.sheet.book.edit('Essais', rowOf('ES-0002'), 0, 'ES-0005')
    await rig.settle('poll')
    expect([...rowsIn(rig, 'Essais')].map(([reference, { Nom }]) => [reference, Nom])).toEqual(
      [1, 2, 3, 4, 5, 6].map((number) => [`ES-000${number}`, `Nom ${number}`]),
    )
    for (const number of [2, 4, 5]) expect(record(number)?.answers.commentaire).toBe(`Mot ${number}`)
  })

  test('the column of references sorted by itself is put right, and no record takes another’s words', async () => {
    const ids = [2, 3, 4, 5, 6, 7].map((at) => rig.sheet.book.values('Essais')[at]?.[0]).reverse()
    rig.sheet.book.paste('Essais', 2, 0, ids.join('\n'))
    await rig.settle('poll')
    for (const number of [1, 2, 3, 4, 5, 6]) {
      expect(row(number)).toMatchObject({ Nom: `Nom ${number}`, Commentaire: `Mot ${number}` })
      expect(record(number)?.answers.commentaire).toBe(`Mot ${number}`)
    }
  })

  test('a copied row is flagged, and its edits are nobody’s', async () => {
    rig.sheet.book.paste('Essais', 8, 0, 'ES-0003\tReçue\tNom 3')
    await rig.settle('poll')
    rig.sheet.book.edit('Essais', 8, columnOf('Note du coordinateur'), 'sur la copie')
    await rig.settle('poll')
    expect(record(3)?.coordination.note).toBe('')
    expect(rig.sheet.book.values('Essais')[8]?.[columnOf(remark)]).toMatch(/double/)
  })

  test('a row that is away at one read and back at the next was never gone', async () => {
    const cells = rig.sheet.book.values('Essais')[4] ?? []
    rig.sheet.book.deleteRows('Essais', 4)
    await rig.poll()
    rig.sheet.book.insertRows('Essais', 3)
    rig.sheet.book.paste('Essais', 3, 0, cells.map(String).join('\t'))
    await rig.settle('poll')
    expect((await rig.state()).withdrawn).toEqual([])
    expect(rowsIn(rig, 'Essais').size).toBe(6)
  })

  test('many rows gone at once stop the mirror in that tab, and one step brings them back', async () => {
    rig.sheet.book.deleteRows('Essais', 2, 3)
    await rig.settle('poll')
    rig.wait(60_000)
    rig.send(5, { nom: 'Cinq', tel: '05', commentaire: 'Mot 5' })
    await rig.poll()
    await rig.poll()
    expect(await rig.state()).toMatchObject({
      pending: 1,
      withdrawn: [],
      braked: [{ tab: 'essai', title: 'Essais', rows: 3 }],
    })
    expect(rig.records.events('sheet.braked')).toHaveLength(1)
    await rig.mirror().release('essai', 'restore')
    await rig.settle('poll')
    expect(rowsIn(rig, 'Essais').size).toBe(6)
    expect(row(5)?.Nom).toBe('Cinq')
    expect(await rig.state()).toMatchObject({ pending: 0, braked: [] })
  })

  test('many rows taken out on purpose are taken out once that is said', async () => {
    rig.sheet.book.deleteRows('Essais', 2, 3)
    await rig.settle('poll')
    await rig.mirror().release('essai', 'accept')
    await rig.settle('poll')
    expect(rowsIn(rig, 'Essais').size).toBe(3)
    expect(await rig.state()).toMatchObject({ pending: 0, braked: [] })
    expect((await rig.state()).withdrawn).toHaveLength(3)
  })

  test('a cleared tab stops the mirror, and one step fills it again, titles included', async () => {
    type('ES-0001', 'Note du coordinateur', 'à garder')
    await rig.settle('poll')
    const width = rig.sheet.book.values('Essais')[0]?.length ?? 0
    rig.sheet.book.clearCells('Essais', 0, 0, 20, width)
    await rig.settle('poll')
    expect((await rig.state()).braked).toHaveLength(1)
    await rig.mirror().release('essai', 'restore')
    await rig.settle('poll')
    expect(rowsIn(rig, 'Essais').size).toBe(6)
    expect(row(1)).toMatchObject({ Nom: 'Nom 1', 'Note du coordinateur': 'à garder' })
  })

  test('a deleted tab is made again with what the coordinator had put in it', async () => {
    type('ES-0001', 'Note du coordinateur', 'à garder')
    type('ES-0002', 'Statut', 'Validée')
    await rig.settle('poll')
    rig.sheet.book.deleteTab('Essais')
    await rig.settle('poll')
    expect(row(1)).toMatchObject({ 'Note du coordinateur': 'à garder' })
    expect(row(2)).toMatchObject({ Statut: 'Validée' })
  })
})

describe('looking', () => {
  test('at a sheet in which nothing is new is one call, and writes nothing anywhere', async () => {
    await rig.settle('poll')
    const before = { version: rig.sheet.book.version(), writes: rig.storage.writes(), calls: rig.calls() }
    rig.wait(60_000)
    expect(await rig.poll()).toEqual({ kind: 'idle', quiet: true })
    expect(rig.sheet.book.version()).toBe(before.version)
    expect(rig.storage.writes()).toBe(before.writes)
    expect(rig.calls()).toEqual({ reads: before.calls.reads + 1, writes: before.calls.writes })
  })
})
