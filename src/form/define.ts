import { defaultMaxCount, defaultMaxLength, isMirroredByDefault } from './defaults.ts'
import type {
  Calendar,
  CalendarInput,
  Catalogue,
  ChoiceLists,
  Field,
  FieldInput,
  Form,
  FormInput,
  Group,
} from './definition/index.ts'
import { type Expression, parseExpression } from './expression/index.ts'
import { faultOf } from './fault.ts'

/** A form ready for use from what its author wrote: every key given. Whether it fits, `checkForm` says. */
export function defineForm(input: FormInput): Form {
  return {
    id: input.id,
    title: input.title,
    description: input.description,
    prefix: input.prefix,
    submit: input.submit ?? 'anyone',
    sections: (input.sections ?? []).map((section) => ({ folded: false, ...section })),
    fields: input.fields.map((field) => defineField(input.id, field, null)),
    purposes: input.purposes ?? [],
    workflow: {
      initial: input.workflow.initial,
      states: input.workflow.states.map((state) => ({ draft: false, locked: false, ...state })),
      transitions: input.workflow.transitions.map((transition) => ({
        from: transition.from,
        to: transition.to,
        by: transition.by,
        label: transition.label ?? null,
        guard: parsedLater(input.id, `transition to "${transition.to}"`, 'guard', transition.guard),
        guard_message: transition.guard_message ?? null,
        related: transition.related ?? null,
        publishes: transition.publishes ?? false,
        event: transition.event ?? null,
      })),
    },
    sheet: input.sheet,
    titleField: input.titleField,
    publication: input.publication ? { reread: null, ...input.publication } : null,
    plan: input.plan ? { held: [], criteria: null, rhythm: null, ...input.plan } : null,
    calendar: input.calendar ? defineCalendar(input.calendar) : null,
    reminders: (input.reminders ?? []).map((reminder) => ({
      ...reminder,
      when: parsedLater(input.id, `reminder "${reminder.event}"`, 'when', reminder.when),
      awaitsMinutes: reminder.awaitsMinutes ?? false,
    })),
    attendance: input.attendance ?? null,
    minutes: input.minutes ?? null,
    glossary: input.glossary ?? null,
    document: input.document ?? null,
    map: input.map ?? null,
    directory: input.directory ?? null,
    census: input.census ?? null,
    campaign: input.campaign ?? null,
    likeness: input.likeness ?? null,
    advocacy: input.advocacy ?? null,
    library: input.library ?? null,
    order: input.order ?? null,
    seeds: input.seeds ?? [],
  }
}

/** The forms, the lists they draw on, and whose they are; `checkCatalogue` says whether they fit. */
export const defineCatalogue = (
  forms: readonly Form[],
  lists: ChoiceLists,
  group: Group | null = null,
): Catalogue => ({ forms, lists, group })

const defineCalendar = ({ states, ...calendar }: CalendarInput): Calendar => ({
  venue: null,
  details: [],
  minutes: null,
  ...calendar,
  states: states ? { held: [], ...states } : null,
})

/**
 * A field of a row takes section, visibility, place of edit and personal data from its repeat unless it says
 * otherwise; personal data are for the coordinators unless it says otherwise.
 */
function defineField(form: string, input: FieldInput, repeat: Field | null): Field {
  const expression = (key: string, source: string | undefined) =>
    parsedLater(form, `field "${input.name}"`, key, source)
  const data = input.data ? { publish: 'never' as const, ...input.data } : (repeat?.data ?? null)
  const field: Field = {
    name: input.name,
    type: input.type,
    label: input.label,
    hint: input.hint ?? null,
    section: input.section ?? repeat?.section ?? '',
    required: expression('required', requiredSource(input.required)),
    relevant: expression('relevant', input.relevant),
    constraint: expression('constraint', input.constraint),
    constraint_message: input.constraint_message ?? null,
    warning: expression('warning', input.warning),
    warning_message: input.warning_message ?? null,
    calculation: expression('calculation', input.calculation),
    default: expression('default', input.default),
    choices: input.choices ?? null,
    choice_filter: expression('choice_filter', input.choice_filter),
    exclusive: input.exclusive ?? [],
    reference: input.reference ?? null,
    format: input.format ?? null,
    multiline: input.multiline ?? false,
    min: input.min ?? null,
    max: input.max ?? null,
    maxLength: input.maxLength ?? defaultMaxLength(input.type, input.multiline ?? false),
    minCount: input.minCount ?? 0,
    maxCount: input.maxCount ?? defaultMaxCount(input.type),
    bounds: input.bounds ?? null,
    undefinedLabel: input.undefinedLabel ?? null,
    autocomplete: input.autocomplete ?? null,
    hxl: input.hxl ?? null,
    hxlLabel: input.hxlLabel ?? null,
    data,
    visibility: input.visibility ?? (input.data ? 'coordination' : (repeat?.visibility ?? 'public')),
    disclosure: input.disclosure ?? null,
    edit: input.edit ?? repeat?.edit ?? 'form',
    mirrored: input.mirrored ?? isMirroredByDefault(input.type, data),
    fields: [],
    tab: input.tab ?? null,
    rowLabel: input.rowLabel ?? null,
    addLabel: input.addLabel ?? null,
    unique: input.unique ?? [],
    context: input.context ?? [],
  }
  return { ...field, fields: (input.fields ?? []).map((inner) => defineField(form, inner, field)) }
}

const requiredSource = (required: boolean | string | undefined): string | undefined =>
  typeof required === 'boolean' ? (required ? 'true()' : undefined) : required

/**
 * An expression that is parsed when its tree is first looked at: of the hundreds a catalogue has, a request needs a
 * few, and a Worker should start without the others. `checkForm` looks at all of them.
 * @throws Error, at that first look, naming the form, the place and the reason when the source is no expression
 */
function parsedLater(
  form: string,
  where: string,
  key: string,
  source: string | undefined,
): Expression | null {
  if (source === undefined) return null
  let parsed: Expression | null = null
  const parse = () => {
    try {
      return parseExpression(source)
    } catch (error) {
      throw faultOf(form, where, `${key} cannot be read: ${error instanceof Error ? error.message : error}`)
    }
  }
  return {
    source,
    get tree() {
      parsed ??= parse()
      return parsed.tree
    },
  }
}
