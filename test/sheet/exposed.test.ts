import { expect, test } from 'vitest'
import { recordsIn } from '../../src/sheet/records.ts'
import { move, now, stored } from '../page/minutes/meeting.ts'
import { contextAt } from '../support/context.ts'
import { projectSheet } from '../support/samples.ts'
import { send } from '../support/worker.ts'

const coordinator = { role: 'coordinator', name: 'feuille', source: 'sheet' } as const
const records = recordsIn(() => contextAt(now, { actor: coordinator }))

async function validated(changes: object) {
  const id = crypto.randomUUID()
  const answers = { ...projectSheet, ...changes }
  const response = await send('POST', '/api/v1/forms/fiche-projet/records', { id, answers })
  const { reference } = (await response.json()) as { reference: string }
  await move(reference, 'validee')
  return stored(reference)
}

test('a status typed in the sheet that publishes is kept, and its row says what to look at without repeating it', async () => {
  const record = await validated({ projet_resume: 'Appeler le 77 123 45 67 ou le 78 123 45 67.' })
  const acted = await records.transition(record, 'publiee', [])
  expect(acted).toMatchObject({ kind: 'done', record: { status: 'publiee' } })
  expect(acted.kind === 'done' && acted.remark).toBe(
    'Publiée. Tout le monde lit maintenant\u00a0: un numéro de téléphone (Résumé du projet). À corriger si la personne n’est pas d’accord.',
  )
})

test('nothing is said of what shows nothing of anybody, or nothing new', async () => {
  const plain = await records.transition(await validated({}), 'publiee', [])
  expect(plain).toMatchObject({ kind: 'done', remark: '' })
  const telling = await validated({ projet_resume: 'Appeler le 77 123 45 67.' })
  expect(await records.transition(telling, 'archivee', [])).toMatchObject({ kind: 'done', remark: '' })
})
