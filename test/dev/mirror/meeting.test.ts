import { afterEach, beforeEach, expect, test } from 'vitest'
import { action } from '../../../forms/action.ts'
import { group } from '../../../forms/group.ts'
import { lists } from '../../../forms/lists/index.ts'
import type { Notice } from '../../../src/record/index.ts'
import { gridOf } from './grid.ts'
import { type Rig, rowsIn, startRig } from './rig.ts'

const tab = action.sheet.tab

let rig: Rig
beforeEach(async () => {
  rig = await startRig({ catalogue: { forms: [action], lists, group } })
})
afterEach(() => rig.close())

const { columnOf, rowOf } = gridOf(() => rig)
const type = (reference: string, label: string, value: string) =>
  rig.sheet.book.edit(tab, rowOf(reference, tab), columnOf(label, tab), value)
/** What those who are to come were told, oldest first. */
const invitations = (): readonly Notice[] =>
  rig.records.sqlite
    .prepare(
      "SELECT payload ->> '$.data.notice' AS notice FROM events WHERE type = 'meeting.invitation' ORDER BY seq",
    )
    .all()
    .map(({ notice }) => JSON.parse(String(notice)))

test('a place, an hour and a status typed in the sheet invite once, with all three', async () => {
  const [seed] = action.seeds
  await rig.accept('action', seed?.answers as never)
  await rig.settle('poll')
  type('PA-0001', 'Statut', 'Date et lieu confirmés')
  await rig.settle('poll')
  expect(invitations()).toEqual([])
  expect(rowsIn(rig, tab).get('PA-0001')?.['Remarque de synchronisation']).toContain('une heure de début')
  type('PA-0001', 'Heure de début', '14:30')
  type('PA-0001', 'Lieu de la rencontre', 'Salle exemple')
  type('PA-0001', 'Statut', 'Date et lieu confirmés')
  await rig.settle('poll')
  await rig.settle('poll')
  expect(invitations()).toMatchObject([
    {
      subject: expect.stringContaining('lundi 24 septembre 2018 à 14\u00a0h\u00a030'),
      text: expect.stringContaining('Salle exemple, Dakar'),
      url: 'https://recueil.example/plan#PA-0001',
      ics: expect.stringContaining('DTSTART;TZID=Africa/Dakar:20180924T143000'),
    },
  ])
})
