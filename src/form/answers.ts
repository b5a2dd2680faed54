/** A place in degrees, WGS 84. */
export type GeoPoint = { readonly lat: number; readonly lon: number }

/** A file already received: its id, the name it came with, its type by content, its size in bytes. */
export type FileAnswer = {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly size: number
}

/** One row of a repeat. */
export type Row = { readonly [name: string]: Answer }

/**
 * One answer. Text, select_one, reference, date (2018-09-24), partial date (2018-10 or a full date) and time (14:30)
 * are strings; select_multiple and list arrays of strings; acknowledgement `true`. An empty answer is left out.
 */
export type Answer =
  | string
  | number
  | boolean
  | GeoPoint
  | readonly string[]
  | readonly FileAnswer[]
  | readonly Row[]

export type Answers = { readonly [name: string]: Answer }
