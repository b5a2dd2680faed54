import type { Destination, DisabledReason, SealedSecret, StoredEndpoint } from '../webhook/endpoint.ts'
import { cancelDeliveries, insertDeliveries } from './deliveries.ts'
import type { NewEvent } from './events.ts'
import { insertNotice } from './write-events.ts'

type Line = {
  readonly id: string
  readonly url: string
  readonly description: string
  readonly format: string
  readonly events: string
  readonly forms: string
  readonly settings: string
  readonly secrets: string
  readonly credentials: string | null
  readonly state: string
  readonly disabled_reason: string | null
  readonly failing_since: number | null
  readonly created_at: number
}

const columns = `id, url, description, format, settings, events, forms, secrets, credentials,
  state, disabled_reason, failing_since, created_at`

const toDestination = ({ format, settings }: Line): Destination =>
  ({ format, settings: format === 'json' ? null : JSON.parse(settings) }) as Destination

const settingsText = ({ settings }: Destination): string => JSON.stringify(settings ?? {})

const toEndpoint = (line: Line): StoredEndpoint => ({
  ...toDestination(line),
  id: line.id,
  url: line.url,
  description: line.description,
  events: JSON.parse(line.events) as readonly string[],
  forms: JSON.parse(line.forms) as readonly string[],
  secrets: JSON.parse(line.secrets) as readonly SealedSecret[],
  credentials: line.credentials,
  state: line.state as StoredEndpoint['state'],
  disabledReason: line.disabled_reason as DisabledReason | null,
  failingSince: line.failing_since,
  createdAt: line.created_at,
})

/** Every endpoint, the oldest first. */
export async function listEndpoints(db: D1Database): Promise<readonly StoredEndpoint[]> {
  const { results } = await db.prepare(`SELECT ${columns} FROM endpoints ORDER BY created_at, id`).all<Line>()
  return results.map(toEndpoint)
}

export async function findEndpoint(db: D1Database, id: string): Promise<StoredEndpoint | null> {
  const line = await db.prepare(`SELECT ${columns} FROM endpoints WHERE id = ?`).bind(id).first<Line>()
  return line ? toEndpoint(line) : null
}

/** Keeps a new endpoint unless there are `cap` already; tells whether it did. */
export async function insertEndpoint(
  db: D1Database,
  endpoint: StoredEndpoint,
  cap: number,
): Promise<boolean> {
  const { meta } = await db
    .prepare(
      `INSERT INTO endpoints (${columns}) SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13
       WHERE (SELECT count(*) FROM endpoints) < ?14 ON CONFLICT (id) DO NOTHING`,
    )
    .bind(
      endpoint.id,
      endpoint.url,
      endpoint.description,
      endpoint.format,
      settingsText(endpoint),
      JSON.stringify(endpoint.events),
      JSON.stringify(endpoint.forms),
      JSON.stringify(endpoint.secrets),
      endpoint.credentials,
      endpoint.state,
      endpoint.disabledReason,
      endpoint.failingSince,
      endpoint.createdAt,
      cap,
    )
    .run()
  return meta.changes > 0
}

/** Writes what a coordinator may change, the state apart; an endpoint keeps its format. */
export async function updateEndpoint(db: D1Database, endpoint: StoredEndpoint): Promise<void> {
  await db
    .prepare(
      `UPDATE endpoints SET url = ?2, description = ?3, settings = ?4, credentials = ?5, events = ?6, forms = ?7
       WHERE id = ?1`,
    )
    .bind(
      endpoint.id,
      endpoint.url,
      endpoint.description,
      settingsText(endpoint),
      endpoint.credentials,
      JSON.stringify(endpoint.events),
      JSON.stringify(endpoint.forms),
    )
    .run()
}

/** Replaces an endpoint's secrets if they are still what was read; tells whether it did. */
export async function replaceSecrets(
  db: D1Database,
  id: string,
  read: readonly SealedSecret[],
  secrets: readonly SealedSecret[],
): Promise<boolean> {
  const { meta } = await db
    .prepare('UPDATE endpoints SET secrets = ?3 WHERE id = ?1 AND secrets = ?2')
    .bind(id, JSON.stringify(read), JSON.stringify(secrets))
    .run()
  return meta.changes > 0
}

/** Switches an endpoint on, its past failures forgotten. */
export async function enableEndpoint(db: D1Database, id: string): Promise<void> {
  await db
    .prepare(
      `UPDATE endpoints SET state = 'enabled', disabled_reason = NULL, failing_since = NULL
       WHERE id = ? AND state = 'disabled'`,
    )
    .bind(id)
    .run()
}

/** Switches an endpoint off, cancels what it was owed, and tells the others; nothing when it is off already. */
export async function disableEndpoint(
  db: D1Database,
  id: string,
  reason: DisabledReason,
  event: NewEvent,
): Promise<void> {
  await db.batch([
    db
      .prepare(
        `UPDATE endpoints SET state = 'disabled', disabled_reason = ?2 WHERE id = ?1 AND state = 'enabled'`,
      )
      .bind(id, reason),
    insertNotice(db, null, event, 'changes() > 0'),
    insertDeliveries(db, event.id, event.at),
    cancelDeliveries(db, id),
  ])
}

/** Forgets an endpoint with its secrets, and cancels what it was owed; its log stays in D1. */
export async function deleteEndpoint(db: D1Database, id: string): Promise<void> {
  await db.batch([db.prepare('DELETE FROM endpoints WHERE id = ?').bind(id), cancelDeliveries(db, id)])
}

/** A success: the endpoint's failures are over. */
export function clearFailing(db: D1Database, id: string): D1PreparedStatement {
  return db
    .prepare('UPDATE endpoints SET failing_since = NULL WHERE id = ? AND failing_since IS NOT NULL')
    .bind(id)
}

/**
 * A failure at `now`: begins the endpoint's run of failures unless one is under way that began after `forgiven`.
 * The statement returns `since`, when the run began.
 */
export function markFailing(db: D1Database, id: string, now: number, forgiven: number): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE endpoints SET failing_since = iif(failing_since > ?3, failing_since, ?2) WHERE id = ?1
       RETURNING failing_since AS since`,
    )
    .bind(id, now, forgiven)
}
