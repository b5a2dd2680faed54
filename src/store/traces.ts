import type { Catalogue } from '../form/definition/index.ts'
import type { Needle } from '../person/needles.ts'
import { betweenDigits } from '../person/person.ts'
import type { StoredRecord } from '../record/record.ts'
import type { StoredComment } from './comments.ts'
import { type Line, recordColumns, toRecords } from './record-line.ts'

/** What texts of the database hold a needle: where a person may be named. Nothing of erased records but their history. */
export type Traces = {
  readonly records: readonly StoredRecord[]
  readonly events: readonly TracedEvent[]
  readonly versions: readonly TracedVersion[]
  readonly comments: readonly StoredComment[]
  readonly links: readonly TracedLink[]
  /** What receivers of webhooks answered. */
  readonly responses: readonly {
    readonly event: number
    readonly record: string
    readonly response: string
  }[]
  readonly settings: readonly { readonly value: string }[]
  readonly endpoints: readonly TracedEndpoint[]
  /** What waits to be looked at before it becomes a record. */
  readonly doubtful: readonly TracedDoubtful[]
  /** Whether there was more than is given. */
  readonly more: boolean
}

/** `at`: milliseconds since 1970, UTC; `record` null of events about none. */
export type TracedEvent = {
  readonly seq: number
  readonly record: string | null
  readonly type: string
  readonly at: number
  readonly payload: string
  readonly detail: string
}
export type TracedVersion = {
  readonly record: string
  readonly number: number
  readonly at: number
  readonly content: string
}
export type TracedLink = {
  readonly id: string
  readonly record: string
  readonly scope: string
  readonly holder: string
}
export type TracedEndpoint = {
  readonly id: string
  readonly url: string
  readonly description: string
  readonly settings: string
}

/** `at`: milliseconds since 1970, UTC; the answers as they were sent, JSON. */
export type TracedDoubtful = {
  readonly id: string
  readonly form: string
  readonly at: number
  readonly answers: string
}

/** Lines of a table at most: more than a person has, few enough for one answer. */
const most = 300

/** What stands between digits, as JSON writes it, each as SQL. */
const separators = betweenDigits
  .map((separator) => JSON.stringify(separator).slice(1, -1))
  .map((written) => `char(${Array.from(written, (one) => one.codePointAt(0)).join(', ')})`)
const digitsOnly = (text: string): string =>
  separators.reduce((inner, separator) => `replace(${inner}, ${separator}, '')`, text)

/** The marks of accents that are written after their letter, as some phones send them; no others are on French letters. */
const marks = [0x300, 0x301, 0x302, 0x303, 0x308, 0x327].map((code) => `char(${code})`)
const withoutMarks = (text: string): string =>
  `CASE WHEN ${text} GLOB '*[' || char(0x300) || '-' || char(0x36f) || ']*'
     THEN ${marks.reduce((inner, mark) => `replace(${inner}, ${mark}, '')`, text)} ELSE ${text} END`

/** Whether a text holds one of the needles bound first: SQL. */
export const holds = (text: string): string =>
  `EXISTS (SELECT 1 FROM json_each(?1) needle WHERE CASE WHEN needle.value ->> 'inDigits'
     THEN ${digitsOnly(text)} ELSE ${withoutMarks(text)} END LIKE needle.value ->> 'pattern')`

const eventColumns = 'seq, record, type, at, payload, detail'
const versionColumns = 'record, number, at, content'
const commentColumns = 'id, record, revision, at, name, organisation, text'
const linkColumns = 'id, record, scope, holder'

/** Every table's lines with a needle in them, in one call. */
export async function findTraces(
  db: D1Database,
  catalogue: Catalogue,
  needles: readonly Needle[],
): Promise<Traces> {
  const statements = {
    records: `SELECT ${recordColumns('r')} FROM records r WHERE erased_at IS NULL
       AND ${holds('answers || coordination')} ORDER BY form, number`,
    events: `SELECT ${eventColumns} FROM events WHERE ${holds('payload || detail')} ORDER BY seq`,
    versions: `SELECT ${versionColumns} FROM versions WHERE ${holds('content')} ORDER BY record, number`,
    comments: `SELECT ${commentColumns} FROM comments
       WHERE ${holds("name || ' ' || organisation || ' ' || text")} ORDER BY at`,
    links: `SELECT ${linkColumns} FROM links WHERE ${holds('holder')} ORDER BY created_at`,
    responses: `SELECT a.event, e.record, a.response FROM attempts a JOIN events e ON e.seq = a.event
       WHERE e.record IS NOT NULL AND ${holds('a.response')} ORDER BY a.event`,
    settings: `SELECT value FROM settings WHERE ${holds('value')}`,
    endpoints: `SELECT id, url, description, settings FROM endpoints
       WHERE ${holds("url || ' ' || description || ' ' || settings")}`,
    doubtful: `SELECT id, form, at, answers FROM doubtful WHERE ${holds('answers')} ORDER BY at, id`,
  }
  type Lines = Omit<Traces, 'records' | 'more'> & { readonly records: readonly Line[] }
  const lines = await linesOf<Lines>(db, statements, JSON.stringify(needles), `LIMIT ${most}`)
  return {
    ...lines,
    records: toRecords(catalogue, lines.records),
    more: Object.values(lines).some(({ length }) => length === most),
  }
}

/** All that is kept of a record beside its line: what may name a person there. */
export type Kept = {
  readonly events: readonly TracedEvent[]
  readonly versions: readonly TracedVersion[]
  readonly comments: readonly StoredComment[]
  readonly links: readonly TracedLink[]
}

/** What is kept of a record, the oldest first, in one call. */
export async function keptOf(db: D1Database, record: string): Promise<Kept> {
  const statements = {
    events: `SELECT ${eventColumns} FROM events WHERE record = ? ORDER BY seq`,
    versions: `SELECT ${versionColumns} FROM versions WHERE record = ? AND content <> '' ORDER BY number`,
    comments: `SELECT ${commentColumns} FROM comments WHERE record = ? ORDER BY at, id`,
    links: `SELECT ${linkColumns} FROM links WHERE record = ? ORDER BY created_at, id`,
  }
  return linesOf<Kept>(db, statements, record)
}

/** The lines that each of these statements gives, under its name, in one call: one value is bound to all of them. */
async function linesOf<Lines>(
  db: D1Database,
  statements: { readonly [Name in keyof Lines]: string },
  value: string,
  end = '',
): Promise<Lines> {
  const named = Object.entries<string>(statements)
  const answers = await db.batch(named.map(([, statement]) => db.prepare(`${statement} ${end}`).bind(value)))
  return Object.fromEntries(named.map(([name], index) => [name, answers[index]?.results ?? []])) as Lines
}

/** How many decisions stand in the log under one of these addresses; names of actors are in lower case. */
export async function countDecisions(db: D1Database, addresses: readonly string[]): Promise<number> {
  const count = await db
    .prepare(
      "SELECT count(*) AS count FROM events WHERE actor ->> '$.name' IN (SELECT lower(value) FROM json_each(?))",
    )
    .bind(JSON.stringify(addresses))
    .first<number>('count')
  return count ?? 0
}
