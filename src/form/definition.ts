import type {
  Advocacy,
  CampaignLayout,
  Census,
  Directory,
  Disclosure,
  Library,
  Likeness,
  MapLayout,
  Order,
} from './cartography.ts'
import type { Expression } from './expression/index.ts'
import type { Text } from './text.ts'

/**
 * What a form is. The vocabulary is XLSForm's (xlsform.org) wherever it has a word; the rest says what the group
 * needs beyond it. A form is written as a `FormInput` (optional keys, expressions as strings) and used as a `Form`,
 * in which every field has every key: nothing downstream asks whether a key is there.
 */
export type FieldType =
  | 'text'
  | 'integer'
  | 'decimal'
  | 'date'
  | 'partial_date'
  | 'time'
  | 'select_one'
  | 'select_multiple'
  | 'geopoint'
  | 'file'
  | 'note'
  | 'calculate'
  | 'acknowledge'
  | 'reference'
  | 'list'
  | 'repeat'

/** Who sees a field, from everyone to the coordinators alone. */
export type Visibility = 'public' | 'members' | 'coordination'

/** Who may change a field after acceptance: the form alone, the sheet alone, or both (then it is merged). */
export type EditPlace = 'form' | 'sheet' | 'both'

/** A `text` that must look like an address of some kind. */
export type TextFormat = 'email' | 'tel' | 'url'

/** A reference to a record of another form. `free`: any other name is accepted too. */
export type ReferenceTarget = {
  readonly form: string
  /** The field of that form whose value is shown for the record. */
  readonly label: string
  readonly free: boolean
}

/** Degrees (WGS 84); a point outside is refused, inside it is rounded to `decimals`. */
export type Bounds = {
  readonly south: number
  readonly north: number
  readonly west: number
  readonly east: number
  readonly decimals: number
}

export type Field = {
  readonly name: string
  readonly type: FieldType
  readonly label: Text
  readonly hint: Text | null
  /** The id of one of the form's sections. */
  readonly section: string
  readonly required: Expression | null
  readonly relevant: Expression | null
  readonly constraint: Expression | null
  readonly constraint_message: Text | null
  /** Like a constraint, but only warns. True means "warn". */
  readonly warning: Expression | null
  readonly warning_message: Text | null
  readonly calculation: Expression | null
  /** What an empty form starts with. */
  readonly default: Expression | null
  /** The id of a choice list. */
  readonly choices: string | null
  /** True for the choices on offer; a bare name in it is an attribute of the choice. */
  readonly choice_filter: Expression | null
  /** Codes that go with no other code of a select_multiple ("none of these"). */
  readonly exclusive: readonly string[]
  readonly reference: ReferenceTarget | null
  readonly format: TextFormat | null
  readonly multiline: boolean
  /** Bounds of a number. */
  readonly min: number | null
  readonly max: number | null
  /** UTF-16 code units of a text, or of each item of a list. */
  readonly maxLength: number
  /** How many rows, items, choices or files. */
  readonly minCount: number
  readonly maxCount: number
  readonly bounds: Bounds | null
  /** What an empty answer is called where it is shown ("À définir"); such a text typed in is an empty answer. */
  readonly undefinedLabel: Text | null
  /** HTML's autocomplete token. */
  readonly autocomplete: string | null
  /** HXL 1.1 tag with its attributes, and the tag of the column of labels beside a column of codes. */
  readonly hxl: string | null
  readonly hxlLabel: string | null
  readonly personal: boolean
  readonly visibility: Visibility
  /** Of a number of people: when it is not published. */
  readonly disclosure: Disclosure | null
  readonly edit: EditPlace
  /** Whether the sheet shows it. */
  readonly mirrored: boolean
  /** Of a repeat only: its fields, its own tab, its words, and the names whose values must differ between rows. */
  readonly fields: readonly Field[]
  readonly tab: string | null
  readonly rowLabel: Text | null
  readonly addLabel: Text | null
  readonly unique: readonly string[]
  /** Of a repeat's tab: fields of the record shown beside each row. */
  readonly context: readonly string[]
}

/** Who may do a thing: anyone who has the record's edit link or fills in a form, a coordinator, or Recueil itself. */
export type Role = 'anyone' | 'coordinator' | 'system'

/**
 * `draft`: answers may still be missing in this state, and must all be there to leave it. `locked`: coordinators alone
 * may change the answers in it.
 */
export type State = {
  readonly code: string
  readonly label: Text
  readonly color: string
  readonly draft: boolean
  readonly locked: boolean
}

export type Transition = {
  readonly from: readonly string[]
  readonly to: string
  readonly by: readonly Role[]
  /** What the button says that makes it; null: the name of the state it leads to. */
  readonly label: Text | null
  /** Must be true of the record's answers; `guard_message` says what is missing. */
  readonly guard: Expression | null
  readonly guard_message: Text | null
  /** The record that this field refers to, if it refers to one, must be in one of these states. */
  readonly related: {
    readonly field: string
    readonly states: readonly string[]
    readonly message: Text
  } | null
  /** Whether it freezes a version of the record that everyone may read from then on. */
  readonly publishes: boolean
  /** An event type of its own, emitted beside `record.transitioned` ("minutes.published"). */
  readonly event: string | null
}

export type Workflow = {
  readonly initial: string
  readonly states: readonly State[]
  readonly transitions: readonly Transition[]
}

/** A part of a form's page. `folded`: it opens on demand, for what few people have to add. */
export type Section = { readonly id: string; readonly title: Text; readonly folded: boolean }

export type Form = {
  readonly id: string
  readonly title: Text
  readonly description: Text
  /** "FP" gives references such as FP-0012. */
  readonly prefix: string
  /** Who may send it in. */
  readonly submit: 'anyone' | 'coordinator'
  readonly sections: readonly Section[]
  readonly fields: readonly Field[]
  readonly workflow: Workflow
  /** The tab's title, and whether a row typed in it becomes a record. */
  readonly sheet: { readonly tab: string; readonly newRows: boolean }
  /** The field or expressionless pair that titles a record in lists. */
  readonly titleField: string
  /** Who sees a record: everyone once in one of these states, as far as the visibility field (if any) allows. */
  readonly publication: { readonly states: readonly string[]; readonly field: string | null } | null
  /** The form is a plan: how its table is headed, grouped and ordered. */
  readonly plan: Plan | null
  /** Records are meetings. */
  readonly calendar: Calendar | null
  /** What is to be recalled, and when. */
  readonly reminders: readonly Reminder[]
  /** Records are lines of attendance lists. */
  readonly attendance: Attendance | null
  /** Records are minutes of meetings. */
  readonly minutes: Minutes | null
  /** Records are terms of the group's lexicon. */
  readonly glossary: Glossary | null
  /** How a record reads as a document. */
  readonly document: DocumentLayout | null
  /** Records are on the map. */
  readonly map: MapLayout | null
  /** Records are members of a directory. */
  readonly directory: Directory | null
  /** Members of a directory are asked to fill it in. */
  readonly census: Census | null
  /** Records are campaigns in which members are asked. */
  readonly campaign: CampaignLayout | null
  /** How records about the same thing are found. */
  readonly likeness: Likeness | null
  /** Records are pleadings. */
  readonly advocacy: Advocacy | null
  /** Records are documents of a library. */
  readonly library: Library | null
  /** Records are orders of work on the data. */
  readonly order: Order | null
  /** Records that are there from the first day; ids are fixed, so that planting twice plants once. */
  readonly seeds: readonly Seed[]
}

export type Plan = {
  /** A select_one field: one table a code, in the order of its list. */
  readonly series: string
  /** The heading of each series' table, by code; a series without one is headed by its label. */
  readonly titles: Readonly<Record<string, Text>>
  readonly order: string
  readonly columns: readonly { readonly question: Text; readonly columns: readonly PlanColumn[] }[]
  /** States of what has taken place. */
  readonly held: readonly string[]
  readonly criteria: Criteria | null
  readonly rhythm: Rhythm | null
}

/** Where a plan's criteria of success are: a repeat, and of its rows the text, a select_one and what shows it. */
export type Criteria = {
  readonly field: string
  readonly text: string
  readonly assessment: string
  readonly evidence: string
  /** Codes of the assessment; any other code says that it is too early to tell. */
  readonly met: readonly string[]
  readonly partly: readonly string[]
  readonly unmet: readonly string[]
}

/** How often a plan wants its meetings, whose dates and places are the calendar's. */
export type Rhythm = {
  /** Codes of the series that are meetings. */
  readonly series: readonly string[]
  /** How many months the plan lasts, from that of its first meeting on. */
  readonly months: number
  /** Meetings a month. */
  readonly least: number
  readonly most: number
  /** A meeting's place must be known this many days before it. */
  readonly placeDays: number
}

/** A column of the plan's table: its own label and the fields it shows, in order. */
export type PlanColumn = { readonly label: Text; readonly fields: readonly string[] }

/** Where the date and the place of a meeting are, what more a calendar tells of it, and what its states mean. */
export type Calendar = {
  readonly date: string
  readonly start: string
  readonly end: string
  readonly place: string
  /** The exact place within `place`. */
  readonly venue: string | null
  /** Fields told in the description, in order. */
  readonly details: readonly string[]
  /** Any other state is still to be confirmed; null when no state says more than another. */
  readonly states: {
    /** In them people are invited, and told of every change. */
    readonly confirmed: readonly string[]
    /** Those of the confirmed ones in which the meeting is over: nobody is told of anything any more. */
    readonly held: readonly string[]
    readonly postponed: readonly string[]
    readonly cancelled: readonly string[]
  } | null
  /**
   * The form whose field refers to a meeting, in one of these states, of which it gives the minutes; they are late when
   * they are still in their first state this many days after it.
   */
  readonly minutes: {
    readonly form: string
    readonly field: string
    readonly states: readonly string[]
    readonly days: number
  } | null
}

/** A message that is due some days before or after a date, once. */
export type Reminder = {
  /** The type of its event: dotted words ("meeting.reminder"). */
  readonly event: string
  /** A date or partial date: of the record, or of a repeat's rows, each of which is then reminded of by itself. */
  readonly date: string
  /** Days from the date, negative before it. A month counts from its first day before, from its last one after. */
  readonly days: readonly number[]
  /** Only while the record is in one of these states. */
  readonly states: readonly string[]
  /** Only while this is true of the record, or of the row. */
  readonly when: Expression | null
  /** Only while the minutes of the meeting (`calendar.minutes`) have not left their first state. */
  readonly awaitsMinutes: boolean
  /** `${field}` stands for the answer as people read it; a line of `text` whose fields are all empty is left out. */
  readonly subject: Text
  readonly text: Text
}

/** A term the group uses, and those it would rather not read. */
export type Term = { readonly preferred: string; readonly avoid: readonly string[] }

/**
 * Where a record says which term the group uses, what it means and by whom, and which terms it avoids; in which states
 * it counts, and what the lexicon begins with.
 */
export type Glossary = {
  readonly preferred: string
  readonly avoid: string
  readonly definition: string
  readonly source: string
  readonly states: readonly string[]
  readonly starting: readonly Term[]
}

/** A record as a document: its title, the field of its date, and its parts in order. */
export type DocumentLayout = {
  readonly title: Text
  readonly date: string
  readonly parts: readonly DocumentPart[]
  /** How those who were there are listed at the end. */
  readonly annex: {
    readonly title: Text
    readonly nobody: Text
    readonly unnamed: Text
    readonly unnamedOne: Text
  }
}

export type DocumentPart =
  /** A text led by its label; two answers on one line; words that always stand there. */
  | { readonly type: 'text'; readonly label: Text; readonly field: string }
  | { readonly type: 'line'; readonly label: Text; readonly fields: readonly string[] }
  | { readonly type: 'words'; readonly label: Text; readonly text: Text }
  /** An ordered list under its label. */
  | { readonly type: 'list'; readonly label: Text; readonly field: string }
  /** A section for each row of a repeat; where `plan.field` is answered by `plan.code`, the plan of action stands in it. */
  | {
      readonly type: 'sections'
      readonly repeat: string
      readonly title: string
      readonly content: string
      readonly plan: { readonly form: string; readonly field: string; readonly code: string } | null
    }
  /** The rows of a repeat under a title: as a list, or as a table. */
  | { readonly type: 'items'; readonly title: Text; readonly repeat: string }
  | { readonly type: 'table'; readonly title: Text; readonly repeat: string }
  /** A long text under a title. */
  | { readonly type: 'prose'; readonly title: Text; readonly field: string }

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

export type Seed = { readonly id: string; readonly answers: Readonly<Record<string, unknown>> }

/** One choice: its code is what is stored; other attributes serve choice filters and exports. */
export type Choice = {
  readonly code: string
  readonly label: Text
  readonly attributes: Readonly<Record<string, string>>
}
export type ChoiceLists = Readonly<Record<string, readonly Choice[]>>

/** Whose forms they are. */
export type Group = {
  readonly name: Text
  /** It opens the subjects of messages: "[GT MIGRATION] …". */
  readonly short: string
  /** Under which the published data may be used, with its address. */
  readonly licence: Text
  /** Where the regions of the forms are; the code is ISO 3166-1 alpha-3. */
  readonly country: { readonly code: string; readonly name: Text }
}

/** Every form of the group and the lists they draw on, checked together; `group` is null for nobody's in particular. */
export type Catalogue = {
  readonly forms: readonly Form[]
  readonly lists: ChoiceLists
  readonly group: Group | null
}

type ExpressionKey =
  | 'required'
  | 'relevant'
  | 'constraint'
  | 'warning'
  | 'calculation'
  | 'default'
  | 'choice_filter'

/** A field as an author writes it: only what differs from the usual. `required: true` is the expression `true()`. */
export type FieldInput = Pick<Field, 'name' | 'type' | 'label'> &
  Partial<Omit<Field, 'name' | 'type' | 'label' | 'fields' | ExpressionKey>> &
  Partial<Record<Exclude<ExpressionKey, 'required'>, string>> & {
    readonly required?: boolean | string
    readonly fields?: readonly FieldInput[]
  }

export type SectionInput = Pick<Section, 'id' | 'title'> & Partial<Pick<Section, 'folded'>>

export type StateInput = Pick<State, 'code' | 'label' | 'color'> & Partial<Pick<State, 'draft' | 'locked'>>

export type TransitionInput = Pick<Transition, 'from' | 'to' | 'by'> &
  Partial<Pick<Transition, 'label' | 'related' | 'publishes'>> & {
    readonly guard?: string
    readonly guard_message?: Text
    readonly event?: string
  }

/** A calendar as an author writes it: a venue, details, meanings of states and minutes only where there are some. */
export type CalendarInput = Pick<Calendar, 'date' | 'start' | 'end' | 'place'> &
  Partial<Pick<Calendar, 'venue' | 'details' | 'minutes'>> & {
    readonly states?:
      | (Omit<NonNullable<Calendar['states']>, 'held'> & { readonly held?: readonly string[] })
      | null
  }

export type ReminderInput = Omit<Reminder, 'when' | 'awaitsMinutes'> & {
  readonly when?: string
  readonly awaitsMinutes?: boolean
}

/** A plan as an author writes it. */
export type PlanInput = Pick<Plan, 'series' | 'titles' | 'order' | 'columns'> &
  Partial<Pick<Plan, 'held' | 'criteria' | 'rhythm'>>

export type FormInput = Pick<Form, 'id' | 'title' | 'description' | 'prefix' | 'sheet' | 'titleField'> &
  Partial<
    Pick<
      Form,
      | 'submit'
      | 'publication'
      | 'attendance'
      | 'minutes'
      | 'glossary'
      | 'document'
      | 'map'
      | 'directory'
      | 'census'
      | 'campaign'
      | 'likeness'
      | 'advocacy'
      | 'library'
      | 'order'
      | 'seeds'
    >
  > & {
    readonly sections?: readonly SectionInput[]
    readonly plan?: PlanInput | null
    readonly calendar?: CalendarInput | null
    readonly reminders?: readonly ReminderInput[]
    readonly fields: readonly FieldInput[]
    readonly workflow: {
      readonly initial: string
      readonly states: readonly StateInput[]
      readonly transitions: readonly TransitionInput[]
    }
  }
