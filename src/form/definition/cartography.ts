import type { Text } from '../text.ts'

/** A number of people that could tell who they are is not published: below `least`, or when less of `of` is left. */
export type Disclosure = { readonly least: number; readonly of: string | null }

/** Where a record's work takes place, and what a map tells of it. */
export type MapLayout = {
  /** A repeat, and of its rows the region and the department: select_ones whose choices have `lat` and `lon`. */
  readonly zones: string
  readonly region: string
  /** Its choices have the code of their `region`; an empty answer is the whole region. */
  readonly department: string
  /** The select_one that says that a record is about the whole country, and by which code. */
  readonly whole: { readonly field: string; readonly code: string }
  /** The field that says whose work it is. */
  readonly organisation: string
  /** What the map can be filtered by, each under a name of its own in the address. */
  readonly filters: readonly MapFilter[]
  /** Numbers of people that are added up. */
  readonly people: readonly string[]
  readonly ground: Ground
}

/** A record passes when one of these fields (select_one or select_multiple of one list) has the code asked for. */
export type MapFilter = {
  readonly name: string
  readonly label: Text
  readonly fields: readonly string[]
}

/** What is drawn below the figures. */
export type Ground = {
  /** In the units of the outlines. */
  readonly width: number
  readonly height: number
  /** From degrees (WGS 84) to these units: x = (lon - west) × perLongitude, y = (north - lat) × perLatitude. */
  readonly west: number
  readonly north: number
  readonly perLongitude: number
  readonly perLatitude: number
  /** An SVG path and where its label stands, by the code of the region. */
  readonly outlines: Readonly<
    Record<string, { readonly path: string; readonly x: number; readonly y: number }>
  >
  /** The region that is also drawn larger, aside. */
  readonly inset: string
  /** Whose the outlines are, and what they are good for. */
  readonly credit: Text
}

/** Records are members of a directory: what they are called, and to which networks they belong. */
export type Directory = {
  readonly name: string
  readonly acronym: string
  /** A list of other names. */
  readonly aliases: string
  /** A select_multiple. */
  readonly networks: string
  /** A list of addresses to write to. */
  readonly addresses: string
  /** The states in which a member is counted, and the one it is put in when it turns out to be another. */
  readonly current: readonly string[]
  readonly retired: string
}

/** A form that members of a directory are asked to fill in: what is known of them beforehand. */
export type Census = {
  /** The field that refers to the directory, by name or by reference. */
  readonly member: string
  /** What a new record takes from the member: this form's field → the directory's. */
  readonly prefill: Readonly<Record<string, string>>
  /** The answer that says that the work is over; `rows` that say that it goes on somewhere say it too. */
  readonly ended: {
    readonly field: string
    readonly code: string
    readonly rows: { readonly repeat: string; readonly field: string; readonly goesOn: readonly string[] }
  }
  /** What is asked again after so many months. */
  readonly months: number
  /** The states of a record in which the member is asked about it. */
  readonly states: readonly string[]
  /** The state in which the member has to complete a record; a change of theirs moves it on to the second. */
  readonly incomplete: { readonly from: string; readonly to: string }
}

/** Records are campaigns: rounds of asking members of a directory to fill in a form. */
export type CampaignLayout = {
  /** A select_one whose codes are ids of forms with a census. */
  readonly form: string
  /** A select_multiple of networks. */
  readonly networks: string
  /** The date after which nobody is reminded any more. */
  readonly closing: string
  /** What the coordinator writes to those who are asked. */
  readonly message: string
  readonly open: readonly string[]
  /** Days after a member was asked on which one that has not answered is reminded. */
  readonly reminders: readonly number[]
}

/** How two records are found to be about the same thing. */
export type Likeness = {
  readonly title: string
  /** A field of an address: the same host and path are the same thing. */
  readonly address: string | null
  /** Only records with the same answer here are compared. */
  readonly among: string | null
  /** The state of a record that turned out to be one twice: it is compared with nothing any more. */
  readonly double: string
  /** Whether who fills the form in is shown what is there already, before it is sent. */
  readonly beforehand: boolean
  /** What they are shown of a published record beside its title. */
  readonly shows: readonly string[]
}

/** Records are pleadings: what they are made of, and how far they are. */
export type Advocacy = {
  /** A select_one. */
  readonly theme: string
  readonly elements: { readonly repeat: string; readonly text: string; readonly source: string }
  readonly message: string
  readonly addressee: string
  readonly carriers: string
  readonly due: string
  /**
   * The plan whose criteria of success belong to the themes: `attribute` of a theme has the orders of its items in a
   * series, separated by spaces.
   */
  readonly plan: { readonly form: string; readonly series: string; readonly attribute: string } | null
}

/** Records are documents of a library: how they are grouped, ordered and filtered. */
export type Library = {
  /** A select_one. */
  readonly kind: string
  /** A select_one that legal texts answer: they come first, by level. */
  readonly level: string
  readonly source: string
  readonly date: string
  readonly url: string
  readonly summary: string
  /** A select_multiple. */
  readonly themes: string
  /** The items of a plan that a document serves. */
  readonly items: { readonly repeat: string; readonly reference: string }
}

/** Records are orders of work on the data. */
export type Order = {
  /** The terms of reference, which go with the data. */
  readonly terms: string
  /** The states in which everyone may read them. */
  readonly sent: readonly string[]
}
