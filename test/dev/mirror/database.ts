import type { Catalogue } from '../../../src/form/definition/index.ts'
import { type Actor, referenceOf, type StoredRecord } from '../../../src/record/index.ts'
import { toRecords } from '../../../src/store/record-line.ts'
import { openDatabase } from '../../support/d1.ts'

type Line = Parameters<typeof toRecords>[1][number]

/** A database into which a test may put records as it likes, past the rules, as if they had been accepted before. */
export function openRecords(catalogue: Catalogue) {
  const { db, sqlite, statements } = openDatabase()
  const insert = sqlite.prepare(
    `INSERT INTO records (id, form, number, status, revision, answers, coordination, locale, accepted_digest,
       key_digest, created_at, updated_at, erased_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, '', '', ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET status = excluded.status, revision = excluded.revision, answers = excluded.answers,
       coordination = excluded.coordination, updated_at = excluded.updated_at, erased_at = excluded.erased_at`,
  )
  const due = sqlite.prepare(
    `INSERT INTO sheet_due (record, revision, since) VALUES (?, ?, ?)
     ON CONFLICT (record) DO UPDATE SET revision = excluded.revision`,
  )
  const revision = sqlite.prepare('SELECT revision FROM records WHERE id = ?')
  const lines = sqlite.prepare('SELECT * FROM records ORDER BY form, number')
  return {
    db,
    sqlite,
    statements,
    put(record: StoredRecord): StoredRecord {
      insert.run(
        record.id,
        record.form,
        record.number,
        record.status,
        record.revision,
        JSON.stringify(record.answers),
        JSON.stringify(record.coordination),
        record.locale,
        record.createdAt,
        record.updatedAt,
        record.erasedAt,
      )
      due.run(record.id, record.revision, record.updatedAt)
      return record
    },
    revisionOf: (id: string): number => Number(revision.get(id)?.revision ?? 0),
    /** Every record there is, by id. */
    get all(): ReadonlyMap<string, StoredRecord> {
      const records = toRecords(catalogue, lines.all() as unknown as readonly Line[])
      return new Map(records.map((record) => [record.id, record]))
    },
    /** Word → the references of the records that say it, now or in their history. */
    mentions(words: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
      const texts = sqlite
        .prepare(
          `SELECT r.form, r.number, r.answers || r.coordination AS text FROM records r
           UNION ALL SELECT r.form, r.number, e.detail FROM events e JOIN records r ON r.id = e.record`,
        )
        .all()
        .map(({ form, number, text }) => ({
          reference: referenceOf(catalogue.forms.find(({ id }) => id === form)?.prefix ?? '', Number(number)),
          text: String(text),
        }))
      return new Map(
        words.map((word) => {
          const said = texts.filter(({ text }) => new RegExp(`\\b${word}\\b`).test(text))
          return [word, new Set(said.map(({ reference }) => reference))]
        }),
      )
    },
    events: (type: string): readonly { record: string; detail: Record<string, unknown>; actor: Actor }[] =>
      sqlite
        .prepare('SELECT record, detail, actor FROM events WHERE type = ? ORDER BY seq')
        .all(type)
        .map(({ record, detail, actor }) => ({
          record: String(record),
          detail: JSON.parse(String(detail)) as Record<string, unknown>,
          actor: JSON.parse(String(actor)) as Actor,
        })),
  }
}
