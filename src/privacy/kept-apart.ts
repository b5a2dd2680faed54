import type { Text } from '../form/text.ts'

/** How many days a submission that was put aside can be taken back; then it is deleted. */
export const daysRejected = 30

/** D1 keeps copies for so many days at most, and for so many on the free plan: developers.cloudflare.com/d1/reference/time-travel. */
export const backupDays = { most: 30, freePlan: 7 } as const

/** What is kept beside the records, and for how long: the same whatever the form. */
export const keptApart: readonly Text[] = [
  {
    fr: `Un envoi qui semble venir d’un programme attend que la coordination le lise. S’il est écarté, il est effacé ${daysRejected}\u00a0jours après.`,
    en: `A submission that seems to come from a program waits until the coordination reads it. If it is set aside, it is deleted ${daysRejected} days later.`,
  },
  {
    fr: 'La preuve d’un accord (la question, le texte lu, les dates, la référence de la fiche\u00a0; ni nom ni adresse) est gardée après son retrait et après l’effacement de la fiche.',
    en: 'The proof of a consent (the question, the text that was read, the dates, the record’s reference; no name or address) is kept after its withdrawal and after the record’s erasure.',
  },
  {
    fr: 'Les documents que la coordination dépose avec un compte-rendu sont gardés chez Cloudflare (R2), jusqu’à ce qu’elle les efface, ou le compte-rendu.',
    en: 'The documents that the coordination lays out with minutes are kept at Cloudflare (R2), until it erases them, or the minutes.',
  },
  {
    fr: 'Le journal garde, avec chaque décision, l’adresse électronique de qui coordonne, aussi longtemps que lui-même. Le compte-rendu garde le nom de qui tient un lien personnel pour l’écrire. Les demandes de chaque adresse IP sont comptées une minute\u00a0; elle n’est pas gardée ici.',
    en: 'The log keeps, with each decision, the e-mail address of who coordinates, for as long as itself. Minutes keep the name of who holds a personal link to write them. The requests of each IP address are counted for a minute; it is not kept here.',
  },
  {
    fr: `Ce qui est effacé reste dans les copies de secours de la base (D1 Time Travel) ${backupDays.most}\u00a0jours au plus, ${backupDays.freePlan} avec l’offre gratuite de Cloudflare. Elles ne servent qu’à réparer un accident.`,
    en: `What is erased stays in the database’s backups (D1 Time Travel) for ${backupDays.most} days at most, ${backupDays.freePlan} on Cloudflare’s free plan. They serve to mend an accident alone.`,
  },
]
