import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { unstable_readConfig } from 'wrangler'
import { localAudience } from '../src/access/audience.ts'

/** What a deployment takes from wrangler.toml and this check looks at. */
export type Deployed = {
  readonly vars: Readonly<Record<string, unknown>>
  readonly d1_databases: readonly { readonly database_id?: string | undefined }[]
  readonly observability?: { readonly redact_query_string?: boolean | undefined } | undefined
  readonly access?: { readonly dev?: { readonly aud: string } | undefined } | undefined
}

/** Names kept for examples, under which nobody receives anything (RFC 2606). */
const exampleName = /@(?:.+\.)?example(?:\.(?:com|net|org))?$/i

/**
 * Why this configuration must not be deployed, a line for a person each; nothing when it may.
 * `[access.dev]` stays on the machine of whoever runs wrangler: it is not sent with a deployment. Its audience is how
 * the Worker would know the made-up identity if it ever were, so it must be the one the Worker knows.
 */
export function faultsOf({ vars, d1_databases, observability, access }: Deployed): readonly string[] {
  const text = (name: string) => String(vars[name] ?? '')
  const coordinators = text('COORDINATORS')
    .split(',')
    .map((one) => one.trim())
  const addresses = ['SITE_URL', 'SHEETS_ROOT_URL'].filter(
    (name) => text(name) !== '' && !text(name).startsWith('https://'),
  )
  return [
    ...('LOCAL' in vars ? ['LOCAL est réservé à « npm start » : retirez-le de [vars].'] : []),
    ...(access?.dev && access.dev.aud !== localAudience
      ? [
          `[access.dev] doit garder aud = "${localAudience}" : le Worker refuse cette identité ailleurs qu’ici.`,
        ]
      : []),
    ...(observability?.redact_query_string
      ? []
      : [
          '[observability] doit garder redact_query_string = true : la clé d’un lien est dans sa première adresse.',
        ]),
    ...(coordinators.every((one) => one === '') || coordinators.some((one) => exampleName.test(one))
      ? ['COORDINATORS porte encore l’adresse d’exemple : mettez-y celles de la coordination.']
      : []),
    ...addresses.map((name) => `${name} doit commencer par https://.`),
    ...(d1_databases.some(({ database_id }) => /^[0-]*$/.test(database_id ?? ''))
      ? ['database_id est encore vide : mettez-y celui que « wrangler d1 create » a donné.']
      : []),
  ]
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const faults = faultsOf(unstable_readConfig({ config: join(import.meta.dirname, '../wrangler.toml') }))
  for (const fault of faults) console.error(fault)
  if (faults.length > 0) process.exit(1)
}
