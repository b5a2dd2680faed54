import { once } from 'node:events'
import type { FieldInput } from '../../src/form/definition/index.ts'
import { defineCatalogue, defineForm } from '../../src/form/index.ts'
import { createMirror } from '../../src/sheet/mirror.ts'
import { recordsIn } from '../../src/sheet/records.ts'
import { createStore } from '../../src/sheet/storage.ts'
import { readServiceAccount } from '../../src/sheet/token.ts'
import { openRecords } from '../dev/mirror/database.ts'
import { memoryStorage } from '../dev/mirror/storage.ts'
import { mirrorContext } from '../support/node-context.ts'
import type { LargeReport } from './large.ts'

/** The mirror of a large tab, in a process of its own: see `large.ts`. */
const same = (text: string) => ({ fr: text, en: text })
const answersOf = 23

const catalogue = defineCatalogue(
  [
    defineForm({
      id: 'large',
      title: same('Large'),
      description: same('Large'),
      prefix: 'LA',
      sheet: { tab: 'Large', newRows: false },
      titleField: 'c0',
      fields: Array.from(
        { length: answersOf },
        (_, index): FieldInput => ({
          name: `c${index}`,
          type: 'text',
          label: same(`Colonne ${index}`),
          edit: index % 2 === 0 ? 'both' : 'form',
        }),
      ),
      workflow: {
        initial: 'recue',
        states: [{ code: 'recue', label: same('Reçue'), color: '#DCE9F5' }],
        transitions: [],
      },
    }),
  ],
  {},
)

const { url, id, account } = JSON.parse(process.env.SHEET ?? '{}') as Record<'url' | 'id' | 'account', string>
const key = readServiceAccount(account)
if (!key) throw new Error('no key')
const records = openRecords(catalogue)
const now = Date.now()
let clock = now
for (let number = 1; number <= Number(process.argv[2]); number += 1) {
  records.put({
    id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    form: 'large',
    number,
    reference: '',
    status: 'recue',
    revision: 1,
    answers: Object.fromEntries(
      Array.from({ length: answersOf }, (_, index) => [
        `c${index}`,
        `réponse ${index} de la fiche ${number}`,
      ]),
    ),
    coordination: { note: '', assignee: '' },
    locale: 'fr',
    createdAt: now,
    updatedAt: now,
    erasedAt: null,
  })
}

const mirror = createMirror({
  catalogue,
  records: recordsIn(() => mirrorContext(records.db, catalogue, clock)),
  store: createStore(memoryStorage()),
  root: url,
  spreadsheetId: id,
  account: key,
  now: () => clock,
  random: () => 0.5,
  timeout: 120_000,
})

let peakHeap = 0
setInterval(() => {
  peakHeap = Math.max(peakHeap, process.memoryUsage().heapUsed)
}, 20).unref()

async function untilQuiet(): Promise<number> {
  for (let passes = 1; passes < 200; passes += 1) {
    const outcome = await mirror.run('poll', 1)
    peakHeap = Math.max(peakHeap, process.memoryUsage().heapUsed)
    if (outcome.kind === 'idle' && outcome.quiet) return passes
    clock += outcome.kind === 'waiting' ? outcome.until - clock : 10_000
  }
  throw new Error(`the mirror does not come to rest: ${JSON.stringify(await mirror.state()).slice(0, 500)}`)
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await act()
  return performance.now() - start
}

const passes = await untilQuiet()
const quietMilliseconds = await timed(() => mirror.run('poll', 1))
process.send?.('edit')
await once(process, 'message')
const editMilliseconds = await timed(() => mirror.run('poll', 1))
await untilQuiet()
const isEdited = [...records.all.values()].some(({ coordination }) => coordination.note === 'vu')
const report: LargeReport = { passes, peakHeap, quietMilliseconds, editMilliseconds, isEdited }
process.send?.(report)
