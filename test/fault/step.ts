import * as fc from 'fast-check'

/** What the coordinator does in the sheet, between passes or between our read and our write. */
export type Gesture =
  | {
      readonly do: 'type'
      readonly tab: Tab
      readonly row: number
      readonly column: string
      readonly value: Value
    }
  | { readonly do: 'sort'; readonly tab: Tab; readonly column: number; readonly down: boolean }
  | { readonly do: 'insert row' | 'delete row' | 'copy row'; readonly tab: Tab; readonly row: number }
  | { readonly do: 'paste row'; readonly row: number; readonly over: number }
  | { readonly do: 'type reference'; readonly row: number; readonly value: 'nothing' | 'words' | 'another' }
  | { readonly do: 'move column'; readonly from: number; readonly to: number }
  /** No other column is moved by it: none of her own comes to stand where one of ours was. */
  | { readonly do: 'swap columns'; readonly one: string; readonly other: string }
  | { readonly do: 'own column'; readonly at: number }
  | { readonly do: 'delete column'; readonly column: string }
  | { readonly do: 'rename tab'; readonly tab: Tab; readonly name: number }
  | { readonly do: 'rename title'; readonly column: string }
  | { readonly do: 'title row' | 'delete tab' | 'copy tab' | 'clear tab' | 'lose tags' | 'filter' }
  | { readonly do: 'type record'; readonly complete: boolean }

export type Tab = 'essai' | 'zones' | 'membre'

/** A word that is nowhere else, a label, something that cannot be, nothing, or an error. */
export type Value = 'word' | 'number' | 'label' | 'bad' | 'nothing' | 'error'

/** What goes wrong at Google's or on the way. */
export type Weather =
  | { readonly kind: 'status'; readonly status: 401 | 403 | 404 | 429 | 500 | 503; readonly applied: boolean }
  | { readonly kind: 'reset' | 'hang'; readonly applied: boolean }
  | { readonly kind: 'late' }

export type Step =
  | Gesture
  | { readonly do: 'accept'; readonly zones: number }
  | {
      readonly do: 'revise'
      readonly which: number
      readonly field: 'nom' | 'commentaire' | 'nombre' | 'zones'
    }
  | { readonly do: 'erase' | 'console note'; readonly which: number }
  /** A member and the coordinator change the same cell; hers comes between our read and our write. */
  | { readonly do: 'duel'; readonly which: number }
  | { readonly do: 'transition'; readonly which: number; readonly to: string }
  | { readonly do: 'pass' | 'poll' | 'restart' | 'release' }
  | { readonly do: 'evict'; readonly after: number }
  | { readonly do: 'wait'; readonly seconds: number }
  | { readonly do: 'weather'; readonly on: 'read' | 'write' | 'any'; readonly weather: Weather }
  | { readonly do: 'at'; readonly next: 'read' | 'write'; readonly gesture: Gesture }

const small = fc.nat(12)
const anyTab = fc.constantFrom<Tab>('essai', 'essai', 'essai', 'zones', 'membre')
const of = <Doing extends Step['do']>(doing: Doing) => fc.constant(doing)

const typing = fc.oneof(
  fc.record({
    do: of('type'),
    tab: fc.constant<Tab>('essai'),
    row: small,
    column: fc.constantFrom('commentaire', 'lieu', '#note', '#assignee'),
    value: fc.constantFrom<Value>('word', 'word', 'word', 'nothing', 'error'),
  }),
  fc.record({
    do: of('type'),
    tab: fc.constant<Tab>('essai'),
    row: small,
    column: fc.constantFrom('#status', 'nombre', 'jour', 'region', 'nom', '#created', '#remark'),
    value: fc.constantFrom<Value>('number', 'label', 'label', 'bad', 'nothing', 'error'),
  }),
  fc.record({
    do: of('type'),
    tab: fc.constant<Tab>('zones'),
    row: small,
    column: fc.constantFrom('detail', 'zone'),
    value: fc.constantFrom<Value>('word', 'nothing'),
  }),
  fc.record({
    do: of('type'),
    tab: fc.constant<Tab>('membre'),
    row: small,
    column: fc.constantFrom('ville', '#note', '#status'),
    value: fc.constantFrom<Value>('word', 'label'),
  }),
)

const arranging = fc.oneof(
  fc.record({ do: of('sort'), tab: anyTab, column: small, down: fc.boolean() }),
  fc.record({ do: of('insert row'), tab: anyTab, row: small }),
  fc.record({ do: of('delete row'), tab: anyTab, row: small }),
  fc.record({ do: of('rename tab'), tab: anyTab, name: small }),
)

const accident = fc.oneof(
  fc.record({ do: of('copy row'), tab: anyTab, row: small }),
  fc.record({ do: of('paste row'), row: small, over: small }),
  fc.record({ do: of('type reference'), row: small, value: fc.constantFrom('nothing', 'words', 'another') }),
  fc.record({
    do: of('delete column'),
    column: fc.constantFrom('tel', 'nombre', '#updated', '#status', 'lieu'),
  }),
  fc.record({ do: fc.constantFrom('delete tab', 'copy tab', 'clear tab', 'lose tags') }),
)

const decorating = fc.oneof(
  fc.record({ do: of('move column'), from: small, to: small }),
  fc.record({ do: of('own column'), at: small }),
  fc.record({ do: of('rename title'), column: fc.constantFrom('nom', 'commentaire', '#status') }),
  fc.record({ do: fc.constantFrom('title row', 'filter') }),
)

/** A column that a member's revision writes, and one that holds something else. */
const swapping = fc.record({
  do: of('swap columns'),
  one: fc.constantFrom('commentaire', 'commentaire', 'nom'),
  other: fc.constantFrom('lieu', 'lieu', '#note', 'tel', '#remark'),
})

const racing: fc.Arbitrary<Gesture> = fc.oneof(
  { weight: 3, arbitrary: typing },
  { weight: 3, arbitrary: arranging },
  { weight: 2, arbitrary: swapping },
)
const gesture: fc.Arbitrary<Gesture> = fc.oneof(
  { weight: 6, arbitrary: typing },
  { weight: 4, arbitrary: arranging },
  { weight: 1, arbitrary: accident },
  { weight: 2, arbitrary: decorating },
  { weight: 1, arbitrary: fc.record({ do: of('type record'), complete: fc.boolean() }) },
)

const weather: fc.Arbitrary<Weather> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('status'),
      status: fc.constantFrom(500, 503),
      applied: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('status'),
      status: fc.constantFrom(401, 429),
      applied: fc.constant(false),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('status'),
      status: fc.constantFrom(403, 404),
      applied: fc.constant(false),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('reset'), applied: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('hang'), applied: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('late') }) },
)

/** One thing that the members, the coordinator, the console, Google or the platform may do. */
export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: of('accept'), zones: fc.nat(2) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: of('revise'),
      which: small,
      field: fc.constantFrom('nom', 'commentaire', 'nombre', 'zones'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('erase', 'console note'), which: small }) },
  { weight: 2, arbitrary: fc.record({ do: of('duel'), which: small }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: of('transition'),
      which: small,
      to: fc.constantFrom('recue', 'verifiee', 'validee'),
    }),
  },
  { weight: 10, arbitrary: gesture },
  { weight: 6, arbitrary: fc.record({ do: of('poll') }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('pass', 'restart', 'release') }) },
  { weight: 2, arbitrary: fc.record({ do: of('evict'), after: fc.integer({ min: 1, max: 40 }) }) },
  { weight: 3, arbitrary: fc.record({ do: of('wait'), seconds: fc.constantFrom(1, 10, 60, 300) }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: of('weather'), on: fc.constantFrom('read', 'write', 'any'), weather }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: of('at'), next: fc.constantFrom('read', 'write'), gesture: racing }),
  },
)
