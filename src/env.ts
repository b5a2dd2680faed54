import type { SheetMirror } from './sheet/mirror-object.ts'
import type { Endpoint } from './webhook/endpoint-object.ts'

declare global {
  namespace Cloudflare {
    interface GlobalProps {
      mainModule: typeof import('./worker.ts')
    }

    /** What the platform hands to the Worker; wrangler.toml declares each, docs/deploy.md explains each. */
    interface Env {
      readonly DB: D1Database
      readonly SHEET_MIRROR: DurableObjectNamespace<SheetMirror>
      readonly ENDPOINT: DurableObjectNamespace<Endpoint>
      /** Where documents laid out by the coordinator are kept; without it none is taken. */
      readonly FILES?: R2Bucket
      /** How much a minute is let through (src/access/rates.ts); one that is not bound limits nothing. */
      readonly ADDRESS_RATE?: RateLimit
      readonly FORM_RATE?: RateLimit
      readonly LINK_RATE?: RateLimit
      readonly COORDINATORS: string
      /** Keys the edit links and, by derivation, seals the endpoints' secrets; at least 32 random characters. */
      readonly RECUEIL_SECRET: string
      /** The service account's key, as the JSON text Google gives; empty: no sheet. */
      readonly GOOGLE_SERVICE_ACCOUNT: string
      readonly SPREADSHEET_ID: string
      readonly SHEETS_ROOT_URL: string
      /** Where people reach the site, for links in what is sent; empty: under whatever name it is asked for. */
      readonly SITE_URL: string
      /** Sends mail to lists that have no API; not bound unless the maintainer sets it up. */
      readonly EMAIL?: SendEmail
      /** 'always' asks whoever fills a form in for a proof of work; else only while more comes than people send. */
      readonly PROOF_OF_WORK?: string
      /** 'true' lets webhooks go to http on a loopback address: set by `npm start` alone. */
      readonly LOCAL: string
    }
  }
}

export type Env = Cloudflare.Env
