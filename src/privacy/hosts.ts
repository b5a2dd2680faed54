import type { Form } from '../form/definition/index.ts'
import type { Text } from '../form/text.ts'
import { type AskedField, personalFields } from './fields.ts'
import { backupDays } from './kept-apart.ts'

/** Who keeps data outside the country on the group's behalf (law 2008-12, art. 49; GDPR, art. 28 and 44 to 49). */
export type Host = {
  readonly name: string
  /** Where who runs it is at home, in French as the register is (GDPR, art. 30(1)(e)). */
  readonly home: string
  readonly purpose: Text
  /** What of a form's personal data it keeps. */
  readonly keeps: (form: Form) => readonly AskedField[]
}

/** Where everything is. */
export const siteHost: Host = {
  name: 'Cloudflare',
  home: 'société des États-Unis',
  purpose: {
    fr: `le site, sa base de données (D1) et ses documents (R2)\u00a0; les copies de secours de la base disparaissent ${backupDays.most}\u00a0jours au plus après un effacement`,
    en: `the site, its database (D1) and its documents (R2); the database’s backups are gone ${backupDays.most} days at most after an erasure`,
  },
  keeps: personalFields,
}

export const hosts: readonly Host[] = [
  siteHost,
  {
    name: 'Google',
    home: 'société des États-Unis',
    purpose: {
      fr: 'la feuille de calcul partagée avec le groupe',
      en: 'the spreadsheet shared with the group',
    },
    keeps: (form) => personalFields(form).filter(({ field }) => field.mirrored),
  },
]
