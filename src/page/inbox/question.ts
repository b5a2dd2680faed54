/** What is asked of the list of all records; '' asks for nothing. */
export type Question = {
  readonly form: string
  readonly status: string
  readonly text: string
  /** How many records to pass over. */
  readonly from: number
}

/** How many records a page lists. */
export const pageSize = 50

/** The path of the list that answers a question. */
export function addressOf({ form, status, text, from }: Question): string {
  const asked = { form, statut: status, q: text, depuis: from === 0 ? '' : String(from) }
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ''))
  return `/coordination/fiches${query.size === 0 ? '' : `?${query}`}`
}
