import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Audit, auditFrom, beginning, compareHead, readNoted } from '../src/audit/index.ts'
import { auditWords } from '../src/page/audit-words.ts'
import { openThroughWrangler } from './wrangler-database.ts'

/**
 * `npm run audit`: verifies the whole log of the database kept on this machine (`STATE_DIR`, else `.recueil`), or of
 * Cloudflare's with `--remote`, and compares a head that was noted elsewhere (`--head 1234:9f86…`). Ends with 0 when
 * nothing was changed, with 1 when something was, with 2 when it could not be told.
 */
const fail = (cause: unknown): never => {
  const reason = cause instanceof Error ? cause.message : String(cause)
  console.error(`Le journal n’a pas pu être vérifié\u00a0: ${reason}`)
  process.exit(2)
}

/** Events that one call of wrangler, which takes a second or two, fetches. */
const fetchedAtOnce = 1000

async function audit(): Promise<boolean> {
  const { values } = parseArgs({
    options: { remote: { type: 'boolean', default: false }, head: { type: 'string' } },
  })
  const [seq = '', head = ''] = (values.head ?? '').split(':')
  const noted = readNoted(seq, head)
  if (values.head !== undefined && noted === null)
    throw new Error(
      'Après --head\u00a0: le numéro de l’événement, deux-points et l’empreinte (64 caractères).',
    )
  const db = openThroughWrangler(
    values.remote ? 'remote' : { stateFolder: resolve(process.env.STATE_DIR || '.recueil') },
  )
  const isWhole = await verified(db)
  if (noted === null) return isWhole
  const is = await compareHead(db, noted)
  console.log(auditWords[`auditNoted.${is}`].fr.replace('{seq}', String(noted.seq)))
  return isWhole && is === 'same'
}

async function verified(db: D1Database): Promise<boolean> {
  let from = beginning
  let faults = 0
  for (;;) {
    const stretch = await auditFrom(db, from, fetchedAtOnce, Date.now())
    for (const { seq, kind } of stretch.faults)
      console.log(`Événement ${seq}\u00a0: ${auditWords[`auditFault.${kind}`].fr}`)
    faults += stretch.faults.length
    if (stretch.isWhole) {
      console.log(summaryOf(stretch, faults))
      return faults === 0
    }
    from = stretch.reached
  }
}

const summaryOf = ({ events, sealed, waiting, blanked }: Audit, faults: number): string =>
  [
    `Événements\u00a0: ${events}, dont ${blanked} au contenu effacé et ${waiting} pas encore scellés.`,
    `Empreinte de l’événement ${sealed.seq}\u00a0: ${sealed.head}`,
    faults === 0 ? 'Rien n’a été changé.' : `Anomalies\u00a0: ${faults}.`,
  ].join('\n')

process.exitCode = (await audit().catch(fail)) ? 0 : 1
