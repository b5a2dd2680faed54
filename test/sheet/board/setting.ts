import { env } from 'cloudflare:workers'
import { expect } from 'vitest'
import { catalogue } from '../../../forms/index.ts'
import type { Form } from '../../../src/form/definition/index.ts'
import { findForm } from '../../../src/form/index.ts'
import { accept, type StoredRecord } from '../../../src/record/index.ts'
import type { Board, BoardRow } from '../../../src/sheet/board/index.ts'
import { findRecord } from '../../../src/store/records.ts'
import { contextAt } from '../../support/context.ts'
import { emptied as emptyTables } from '../../support/emptied.ts'

/** Monday 24 September 2018 at 10:00, in Dakar. */
export const now = Date.UTC(2018, 8, 24, 10)

export const context = contextAt(now)

export function formOf(id: string): Form {
  const form = findForm(catalogue, id)
  if (!form) throw new Error(id)
  return form
}

export async function recordOf(id: string): Promise<StoredRecord> {
  const record = await findRecord(env.DB, catalogue, id)
  if (!record) throw new Error(id)
  return record
}

export async function accepted(form: string, answers: object): Promise<StoredRecord> {
  const id = crypto.randomUUID()
  await accept(context, formOf(form), { id, answers, locale: 'fr' })
  return recordOf(id)
}

/** An empty database. */
export const emptied = () =>
  emptyTables(
    'records',
    'events',
    'sheet_due',
    'sheet_withdrawn',
    'deliveries',
    'seals',
    'erasures',
    'daily_heads',
  )

export const cellsOf = (rows: readonly BoardRow[], key: string): BoardRow['cells'] | undefined =>
  rows.find((row) => row.key === key)?.cells

/** What every board promises the mirror. */
export function expectWellFormed(board: Board, rows: readonly BoardRow[]): void {
  const keys = rows.map(({ key }) => key)
  expect(new Set(keys).size).toBe(keys.length)
  for (const { key, cells } of rows) {
    expect(key).toMatch(/^[\u0020-\u007e]{1,60}$/)
    expect(cells).toHaveLength(board.columns.length - 1)
  }
}

/** An item of the plan, in a place still to be defined. */
export const meeting = {
  type: 'rencontre_thematique',
  nom: 'Rencontre exemple',
  description: 'Un échange, pour l’exemple.',
  acteurs: ['Organisation exemple A'],
  date: '2018-10-15',
  ordre: 1,
  criteres: [{ critere: 'La rencontre a eu lieu.' }],
} as const
