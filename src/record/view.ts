import type { StoredRecord } from './record.ts'

/** A record as the API and the webhooks give it: times in ISO 8601, UTC. */
export function recordView(record: StoredRecord) {
  const { id, reference, form, status, revision, answers, coordination } = record
  return {
    id,
    reference,
    form,
    status,
    revision,
    answers,
    coordination,
    createdAt: new Date(record.createdAt).toISOString(),
    updatedAt: new Date(record.updatedAt).toISOString(),
  }
}
