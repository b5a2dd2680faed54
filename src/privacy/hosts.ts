import type { Form } from '../form/definition/index.ts'
import type { Text } from '../form/text.ts'
import { type AskedField, personalFields } from './fields.ts'

/** Who keeps data outside the country on the group's behalf (law 2008-12, art. 49; GDPR, art. 28 and 44 to 49). */
export type Host = {
  readonly name: string
  readonly purpose: Text
  /** What of a form's personal data it keeps. */
  readonly keeps: (form: Form) => readonly AskedField[]
}

/** D1 keeps copies for so many days: developers.cloudflare.com/d1/reference/time-travel. */
export const backupDays = 30

export const hosts: readonly Host[] = [
  {
    name: 'Cloudflare',
    purpose: {
      fr: `le site et sa base de données, dont les copies de secours disparaissent ${backupDays} jours après un effacement`,
      en: `the site and its database, whose backups are gone ${backupDays} days after an erasure`,
    },
    keeps: personalFields,
  },
  {
    name: 'Google',
    purpose: {
      fr: 'la feuille de calcul partagée avec le groupe',
      en: 'the spreadsheet shared with the group',
    },
    keeps: (form) => personalFields(form).filter(({ field }) => field.mirrored),
  },
]
