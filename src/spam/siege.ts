/** How far back one looks, in milliseconds. */
export const siegeSpan = 10 * 60_000

/** More than this many in that span is no longer people: of the doubtful, and of all that became records. */
export const mostDoubtful = 10
/** A meeting of eighty that signs its attendance list at the door stays below. */
export const mostRecords = 100

export type Recent = {
  /** How many doubtful submissions of a form came within the span. */
  readonly doubtful: number
  /** How many records of it were made within the span. */
  readonly records: number
}

/** Whether a form gets more than people send, so that a proof of work is asked for until it no longer does. */
export const isBesieged = ({ doubtful, records }: Recent): boolean =>
  doubtful > mostDoubtful || records > mostRecords
