import type { Context } from '../../context.ts'
import type { Form } from '../../form/definition/index.ts'
import { findForm } from '../../form/index.ts'
import { type Finder, finderOf } from '../../person/match.ts'
import { needlesOf } from '../../person/needles.ts'
import { type Passage, passagesIn } from '../../person/passages.ts'
import type { Person } from '../../person/person.ts'
import { names } from '../../person/take-out.ts'
import type { StoredComment } from '../../store/comments.ts'
import { filesOfRecords, type StoredFile } from '../../store/files.ts'
import { findRecords } from '../../store/records.ts'
import {
  countDecisions,
  findTraces,
  type TracedDoubtful,
  type TracedEndpoint,
  type TracedEvent,
  type TracedLink,
  type TracedVersion,
  type Traces,
} from '../../store/traces.ts'
import { fedIds } from '../feed.ts'
import type { Coordination, StoredRecord } from '../record.ts'

/** A record that names the person, or that is fed by one that does, and where it names them. */
export type FoundRecord = {
  readonly record: StoredRecord
  readonly form: Form
  readonly passages: readonly Passage[]
  readonly beside: readonly (keyof Coordination)[]
  readonly events: readonly TracedEvent[]
  readonly versions: readonly TracedVersion[]
  readonly comments: readonly StoredComment[]
  readonly links: readonly TracedLink[]
  readonly responses: number
  /** Its documents, which nobody can look into from here. */
  readonly files: readonly StoredFile[]
  /** The reference of the record that feeds it, when it is here for that alone. */
  readonly fedBy: string | null
}

/** What waits in the quarantine and names the person. */
export type FoundDoubtful = TracedDoubtful & { readonly passages: readonly Passage[] }

/** Every place where a person is named. */
export type FoundPerson = {
  readonly records: readonly FoundRecord[]
  /** Events about no record that is still there. */
  readonly events: readonly TracedEvent[]
  readonly inSettings: boolean
  readonly endpoints: readonly TracedEndpoint[]
  /** What waits in the quarantine. */
  readonly doubtful: readonly FoundDoubtful[]
  /** Decisions that they took as a coordinator, which the log keeps. */
  readonly decisions: number
  /** Whether there may be more than was looked at. */
  readonly more: boolean
}

/** Looks for a person in all that is kept: a constant number of queries. */
export async function findPerson(context: Context, person: Person): Promise<FoundPerson> {
  const { db, catalogue } = context
  const find = finderOf(person)
  const [proposed, decisions] = await Promise.all([
    findTraces(db, catalogue, needlesOf(person)),
    countDecisions(db, person.emails),
  ])
  const traces = judged(proposed, find)
  const known = new Map(traces.records.map((record) => [record.id, record]))
  const named = [traces.events, traces.versions, traces.comments, traces.links, traces.responses]
    .flatMap((lines) => lines.flatMap(({ record }) => record ?? []))
    .filter((id) => !known.has(id))
  for (const record of await findRecords(db, catalogue, [...new Set(named)])) known.set(record.id, record)
  const live = [...known.values()].filter(({ erasedAt }) => erasedAt === null)
  const fed = await fedOnes(context, live)
  const files = await filesOfRecords(
    db,
    live.map(({ id }) => id),
  )
  const ids = new Set(live.map(({ id }) => id))
  return {
    records: [...live, ...fed.keys()].flatMap((record): readonly FoundRecord[] => {
      const form = findForm(catalogue, record.form)
      return form ? [foundIn(form, record, traces, files, find, fed.get(record) ?? null)] : []
    }),
    events: traces.events.filter(({ record }) => record === null || !ids.has(record)),
    inSettings: traces.settings.length > 0,
    endpoints: traces.endpoints,
    doubtful: traces.doubtful.map((one) => {
      const form = findForm(catalogue, one.form)
      return { ...one, passages: form ? passagesIn(form, JSON.parse(one.answers), find) : [] }
    }),
    decisions,
    more: traces.more,
  }
}

const read = (json: string): unknown => (json === '' ? null : JSON.parse(json))

/** Only what names the person, and not what merely looks like it to the database. */
function judged(traces: Traces, find: Finder): Traces {
  return {
    ...traces,
    records: traces.records.filter(
      ({ answers, coordination }) => names(answers, find) || names(coordination, find),
    ),
    events: traces.events.filter(({ payload, detail }) => names([read(payload), read(detail)], find)),
    versions: traces.versions.filter(({ content }) => names(read(content), find)),
    comments: traces.comments.filter(({ name, organisation, text }) =>
      names([name, organisation, text], find),
    ),
    links: traces.links.filter(({ holder }) => names(holder, find)),
    responses: traces.responses.filter(({ response }) => names(response, find)),
    settings: traces.settings.filter(({ value }) => names(read(value), find)),
    doubtful: traces.doubtful.filter(({ answers }) => names(read(answers), find)),
    endpoints: traces.endpoints.filter(({ url, description, settings }) =>
      names([url, description, read(settings)], find),
    ),
  }
}

function foundIn(
  form: Form,
  record: StoredRecord,
  traces: Traces,
  files: readonly StoredFile[],
  find: Finder,
  fedBy: string | null,
): FoundRecord {
  const isOf = (line: { readonly record: string | null }) => line.record === record.id
  const { note, assignee } = record.coordination
  return {
    record,
    form,
    passages: passagesIn(form, record.answers, find),
    beside: [
      ...(names(note, find) ? ['note' as const] : []),
      ...(names(assignee, find) ? ['assignee' as const] : []),
    ],
    events: traces.events.filter(isOf),
    versions: traces.versions.filter(isOf),
    comments: traces.comments.filter(isOf),
    links: traces.links.filter(isOf),
    responses: traces.responses.filter(isOf).length,
    files: files.filter(isOf),
    fedBy,
  }
}

/** Live records that these feed and that are not among them, with the reference of the one that feeds each. */
async function fedOnes(
  { db, catalogue }: Context,
  records: readonly StoredRecord[],
): Promise<ReadonlyMap<StoredRecord, string>> {
  const feeding = await Promise.all(
    records.map(async (record) => {
      const form = findForm(catalogue, record.form)
      const ids = form ? await fedIds(form, record.id) : []
      return ids.map((id) => [id, record.reference] as const)
    }),
  )
  const sources = new Map(feeding.flat())
  const found = await findRecords(db, catalogue, [...sources.keys()])
  return new Map(
    found
      .filter(({ id, erasedAt }) => erasedAt === null && !records.some((one) => one.id === id))
      .map((record) => [record, sources.get(record.id) ?? '']),
  )
}
