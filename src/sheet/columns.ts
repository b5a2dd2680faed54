import type { ChoiceLists, Field, Form, Plan } from '../form/definition/index.ts'
import type { Board } from './board/board.ts'
import { choicesOf } from './cells.ts'

/** Who a column belongs to: us alone, the coordinator (we fill it in once), or both. */
export type Owner = 'mirror' | 'coordinator' | 'shared'

/** How the column's cells are typed; `free` leaves it to the value. */
export type Kind = 'text' | 'free' | 'date' | 'moment' | 'time'

/** What is shown of a record beside its answers; `position` is the number of a repeat's row. */
type MetaSource = 'reference' | 'position' | 'status' | 'note' | 'assignee' | 'created' | 'updated' | 'remark'

/** Where the value of a column comes from. */
type Source =
  | { readonly from: MetaSource }
  | { readonly from: 'board' }
  /** A plan's dates as text that sorts: see `sortColumn`. */
  | { readonly from: 'sort'; readonly date: string }
  | { readonly from: 'record' | 'row'; readonly field: Field; readonly part: 'whole' | 'lat' | 'lon' }

/**
 * A column that we manage. `key` never changes; the coordinator may change everything else of it in the
 * sheet.
 */
export type Column = {
  readonly key: string
  /** The French label in the header row. */
  readonly label: string
  /** The technical row: the HXL tag, or `#meta+` and the key. */
  readonly tag: string
  readonly owner: Owner
  readonly kind: Kind
  readonly source: Source
  /** What its drop-down list offers; empty: no list. */
  readonly choices: readonly string[]
  /** Pixels. */
  readonly width: number
  readonly wrap: boolean
}

/** Whether a column says something of the record: the reference and the remark are about the row. */
export const tellsOfRecord = (key: string): boolean => key !== '#reference' && key !== '#remark'

/** Google's limit of a drop-down list. */
const longestList = 500

function meta(from: MetaSource, label: string, owner: Owner, kind: Kind, width: number): Column {
  return {
    key: `#${from}`,
    label,
    tag: `#meta+${from}`,
    owner,
    kind,
    source: { from },
    choices: [],
    width,
    wrap: from === 'note' || from === 'remark',
  }
}

const reference = meta('reference', 'ID', 'mirror', 'text', 90)
const updated = meta('updated', 'Modifiée le', 'mirror', 'moment', 150)
const remark = meta('remark', 'Remarque de synchronisation', 'mirror', 'text', 260)

/**
 * The columns of a form's own tab: reference, status, title and remark, then the answers, then the coordination. Those
 * of a plan stand side by side in the order of the plan, so that its questions can stand above them.
 */
export function formColumns(form: Form, lists: ChoiceLists): readonly Column[] {
  const { plan, titleField } = form
  const status = meta('status', 'Statut', 'coordinator', 'text', 220)
  const answers = form.fields.flatMap((field) => fieldColumns(field, 'record', '', lists))
  // What a row is about, and what was said of it, are in sight without scrolling.
  const first = plan === null ? answersTo([titleField], answers) : []
  const second = plan === null ? [] : answersTo([plan.series, ...plannedFields(plan)], answers)
  const placed = new Set([...first, ...second])
  return [
    reference,
    { ...status, choices: form.workflow.states.map((state) => state.label.fr) },
    ...first,
    remark,
    ...second,
    ...sortColumn(form),
    ...answers.filter((column) => !placed.has(column)),
    meta('note', 'Note du coordinateur', 'coordinator', 'text', 260),
    meta('assignee', 'Responsable', 'coordinator', 'text', 160),
    meta('created', 'Reçue le', 'mirror', 'moment', 150),
    updated,
  ]
}

/** The fields of a plan's table, in its order. */
const plannedFields = ({ columns }: Plan): readonly string[] =>
  columns.flatMap((question) => question.columns.flatMap(({ fields }) => fields))

const answersTo = (names: readonly string[], columns: readonly Column[]): readonly Column[] =>
  [...new Set(names)].flatMap((name) =>
    columns.filter(({ source }) => 'field' in source && source.field.name === name),
  )

/**
 * Beside a plan's dates, of which some are a month in words ("octobre 2018"), the same as text that sorts: 2018-09-24,
 * 2018-10. A typed date could not replace the words: the month and its first day would be one value.
 */
function sortColumn({ plan, calendar, fields }: Form): readonly Column[] {
  const date = fields.find(({ name }) => name === calendar?.date)
  if (plan === null || date?.type !== 'partial_date' || !date.mirrored || date.data !== null) return []
  const label = `${date.label.fr} (pour trier)`
  const source = { from: 'sort', date: date.name } as const
  return [{ ...reference, key: '#sort', label, tag: '#meta+sort', source, width: 110 }]
}

/** The columns of a repeat's tab: the row's reference and number, what places it, its answers. */
export function repeatColumns(form: Form, repeat: Field, lists: ChoiceLists): readonly Column[] {
  const context = repeat.context.flatMap((name) => form.fields.filter((field) => field.name === name))
  return [
    reference,
    meta('position', 'N°', 'mirror', 'free', 50),
    // Beside each row the record's answers are ours alone: they are changed on the record's own line.
    ...context.flatMap((field) =>
      fieldColumns(field, 'record', 'record.', lists).map((column) => ({
        ...column,
        owner: 'mirror' as const,
      })),
    ),
    ...repeat.fields.flatMap((field) => fieldColumns(field, 'row', '', lists)),
    updated,
    remark,
  ]
}

/** The columns of a board: the key that finds a row first, hidden. */
export const boardColumns = ({ columns }: Board): readonly Column[] =>
  columns.map(({ key, label, kind, width, wrap }, index) => ({
    key: index === 0 ? '#reference' : key,
    label,
    tag: index === 0 ? '#meta+reference' : `#meta+${key}`,
    owner: 'mirror',
    kind,
    source: { from: 'board' },
    choices: [],
    width,
    wrap,
  }))

const owners = { form: 'mirror', sheet: 'coordinator', both: 'shared' } as const

/** The columns of one field: none, one, or two for a point. */
function fieldColumns(
  field: Field,
  from: 'record' | 'row',
  prefix: string,
  lists: ChoiceLists,
): readonly Column[] {
  if (!field.mirrored || field.type === 'note' || (field.type === 'repeat' && field.tab !== null)) return []
  const key = `${prefix}${field.name}`
  const tag = (field.choices === null ? null : field.hxlLabel) ?? field.hxl ?? `#meta+${key}`
  const wide = field.multiline || field.type === 'list' || field.type === 'repeat'
  const column = {
    key,
    label: field.label.fr,
    tag,
    owner: owners[field.edit],
    kind: kindOf(field),
    source: { from, field, part: 'whole' as const },
    choices: dropDown(field, lists),
    width: wide ? 300 : 160,
    wrap: wide,
  }
  if (field.type !== 'geopoint') return [column]
  const [lat = `${tag}+lat`, lon = `${tag}+lon`] = tag.includes('|') ? tag.split('|') : []
  return [
    {
      ...column,
      key: `${key}.lat`,
      label: `${field.label.fr} — Latitude`,
      tag: lat,
      source: { from, field, part: 'lat' },
      width: 100,
    },
    {
      ...column,
      key: `${key}.lon`,
      label: `${field.label.fr} — Longitude`,
      tag: lon,
      source: { from, field, part: 'lon' },
      width: 100,
    },
  ]
}

function dropDown(field: Field, lists: ChoiceLists): readonly string[] {
  if (field.type !== 'select_one') return []
  const labels = [...new Set(choicesOf(field, lists).map((choice) => choice.label.fr))]
  return labels.length > longestList ? [] : labels
}

function kindOf(field: Field): Kind {
  switch (field.type) {
    case 'integer':
    case 'decimal':
    case 'calculate':
    case 'acknowledge':
    case 'geopoint':
      return 'free'
    case 'date':
    case 'partial_date':
      return 'date'
    case 'time':
      return 'time'
    case 'text':
    case 'select_one':
    case 'select_multiple':
    case 'reference':
    case 'list':
    case 'file':
    case 'note':
    case 'repeat':
      return 'text'
    default:
      return field.type satisfies never
  }
}
