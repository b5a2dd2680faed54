/** Whose attendance a record tells, at which meeting, and what of it the minutes may show. */
export type Attendance = {
  /** The field that refers to a meeting. */
  readonly meeting: string
  readonly name: string
  readonly organisation: string
  /** An acknowledgement: only with it may the name be shown. */
  readonly consent: string
  /** A select_one and the codes that mean "was there". */
  readonly mode: { readonly field: string; readonly present: readonly string[] }
  /** The states of a meeting in which its list takes no more names but from coordinators. */
  readonly closed: readonly string[]
}

/** How minutes come about: from the designation of those who write them to what they feed once published. */
export type Minutes = {
  /** The field that refers to a meeting. */
  readonly meeting: string
  readonly date: string
  /** Fields that a draft takes from its meeting: the first of the meeting's fields that has an answer. */
  readonly from: Readonly<Record<string, readonly string[]>>
  /** The repeat of those who write them, one personal link each; as many as the repeat allows. */
  readonly writers: { readonly repeat: string; readonly name: string; readonly organisation: string }
  /** The state in which those present may comment, and for how many working days. */
  readonly review: { readonly state: string; readonly days: number }
  /** What becomes of the meeting once they are published. */
  readonly meetingBecomes: string
  /** What the mailing list is told, in French: templates as those of a feed, with {version} and {url} besides. */
  readonly announcement: {
    readonly subject: string
    /** The subject from version 2 on. */
    readonly correction: string
    readonly text: string
  }
  readonly feeds: readonly Feed[]
}

/**
 * What published minutes bring to another form: one record of it for each minutes, as long as `field` is answered. In a
 * template, {name} is the answer to a question of the minutes and {reference} their reference.
 */
export type Feed = {
  readonly field: string
  readonly form: string
  readonly answers: Readonly<Record<string, string>>
  /** A row for each paragraph of `field`: where its text goes, and where the minutes are cited. */
  readonly rows: { readonly repeat: string; readonly text: string; readonly source: string } | null
}
