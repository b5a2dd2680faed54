import type { Answers } from '../form/answers.ts'
import { textsIn } from '../form/names.ts'
import { finderOf } from '../person/match.ts'
import { excerpt } from '../person/passages.ts'
import type { Person } from '../person/person.ts'
import { isAbout } from '../person/take-out.ts'
import type { FoundPerson, FoundRecord } from '../record/person/index.ts'
import type { StoredConsent } from '../store/consents.ts'

/**
 * All that is kept of a person, as they may have it (law 2008-12, right of access; GDPR, articles 15 and 20). A record
 * that is about them is given whole; of one that speaks of others too, what it says of them alone.
 */
export function personJson(
  person: Person,
  { records, events, doubtful, decisions }: FoundPerson,
  consents: readonly StoredConsent[],
  now: number,
): object {
  return {
    generatedAt: new Date(now).toISOString(),
    soughtBy: person,
    records: records
      .filter(({ fedBy }) => fedBy === null)
      .map((found) => ({
        ...recordJson(found, person),
        consents: consents.filter(({ record }) => record === found.record.id).map(consentJson),
      })),
    waiting: doubtful.map(({ form, at, answers }) => ({
      form,
      at: new Date(at).toISOString(),
      answers: JSON.parse(answers) as unknown,
    })),
    log: events.map(({ seq, type, at }) => ({ seq, type, at: new Date(at).toISOString() })),
    decisions,
  }
}

const consentJson = ({ field, purposes, givenAt, givenBy, withdrawnAt }: StoredConsent): object => ({
  field,
  purposes,
  givenAt: new Date(givenAt).toISOString(),
  givenBy,
  withdrawnAt: withdrawnAt === null ? null : new Date(withdrawnAt).toISOString(),
})

function recordJson(found: FoundRecord, person: Person): object {
  const { record, form, passages, beside, events, versions, comments, links } = found
  const find = finderOf(person)
  const whole: Answers | null =
    isAbout(form.fields, record.answers, find) && form.minutes === null ? record.answers : null
  return {
    reference: record.reference,
    form: form.id,
    title: form.title.fr,
    status: record.status,
    createdAt: new Date(record.createdAt).toISOString(),
    updatedAt: new Date(record.updatedAt).toISOString(),
    ...(whole && { answers: whole }),
    passages: passages.map(({ label, row, text }) => ({ question: label.fr, row, text })),
    coordination: Object.fromEntries(beside.map((key) => [key, record.coordination[key]])),
    history: events.map(({ seq, type, at }) => ({ seq, type, at: new Date(at).toISOString() })),
    versions: versions.map(({ number, at, content }) => ({
      number,
      at: new Date(at).toISOString(),
      passages: textsIn(JSON.parse(content))
        .filter((text) => find(text).length > 0)
        .map((text) => excerpt(text, find)),
    })),
    comments: comments.map(({ at, name, organisation, text }) => ({
      at: new Date(at).toISOString(),
      name,
      organisation,
      text,
    })),
    links: links.map(({ scope, holder }) => ({ scope, holder })),
  }
}
