import { expect, test } from 'vitest'
import { stateBoard, stateRows } from '../../../src/sheet/board/index.ts'
import { expectWellFormed, now } from './setting.ts'

const calm = {
  lastWriteAt: null,
  pending: 0,
  parked: null,
  braked: [],
  quarantined: [],
  withdrawn: 0,
  address: 'https://recueil.example/coordination',
} as const

test('the state says that all is well', () => {
  const rows = stateRows(calm)
  expectWellFormed(stateBoard, rows)
  expect(rows.map(({ cells }) => cells[1])).toEqual([
    'Aucune pour l’instant',
    '0',
    'Non',
    'Aucun',
    'Aucune',
    '0',
    'https://recueil.example/coordination',
  ])
})

test('the state says what is in the way, in the same rows', () => {
  const rows = stateRows({
    ...calm,
    lastWriteAt: now,
    pending: 3,
    parked: 'Partagez le classeur avec le compte de service.',
    braked: [
      { title: 'Zones', message: '5 lignes ont disparu d’un coup.' },
      { title: 'Suites', message: '3 lignes ont disparu d’un coup.' },
    ],
    quarantined: [{ reference: 'FP-0012', reason: 'trop long' }],
    withdrawn: 2,
  })
  expect(rows.map(({ key }) => key)).toEqual(stateRows(calm).map(({ key }) => key))
  expect(rows.map(({ cells }) => cells[1])).toEqual([
    '24/09/2018 10:00',
    '3',
    'Partagez le classeur avec le compte de service.',
    'Zones\u00a0: 5 lignes ont disparu d’un coup.\nSuites\u00a0: 3 lignes ont disparu d’un coup.',
    'FP-0012\u00a0: trop long',
    '2',
    'https://recueil.example/coordination',
  ])
})
