import type { Job } from '../job.ts'
import type { Sent } from '../log.ts'

/** A way of writing submissions to a sheet, as other tools have it. */
export type Pattern = {
  readonly name: string
  /** Begins afresh: what the tool remembers is in what this returns. */
  readonly start: (spreadsheetId: string) => Writer
}

type Writer = {
  /** One job for each submission or revision; many run at once. */
  readonly submit: (sent: Sent) => Job
  /** A job of its own every so many milliseconds. */
  readonly every?: { readonly milliseconds: number; readonly job: () => Job }
}

/** A row in the order of the header that every pattern starts with. */
export const rowOf = ({ reference, answers }: Sent): (string | number)[] => [
  reference,
  answers.nom,
  answers.tel,
  answers.nombre,
  answers.commentaire,
]
