import type { Catalogue, Form } from '../form/definition/index.ts'
import { findField, findForm } from '../form/index.ts'
import { isMapped, type Mapped } from '../map/places.ts'
import type { Wanted } from '../store/sketches.ts'

/** A form that members of a directory are asked to fill in, and that directory. */
export type Asked = { readonly form: Form; readonly member: string; readonly directory: Form }

/** Who is asked for what. */
export const askedOf = (catalogue: Catalogue): readonly Asked[] =>
  catalogue.forms.flatMap((form): readonly Asked[] => {
    const member = form.census?.member
    const target = member === undefined ? undefined : findField(form, member)?.reference?.form
    const directory = target === undefined ? undefined : findForm(catalogue, target)
    return member === undefined || !directory?.directory ? [] : [{ form, member, directory }]
  })

/** What must be read of records that are on a map. */
export const wantedOfProjects = ({ forms }: Catalogue): readonly Wanted[] =>
  forms.filter(isMapped).map((form) => wantedOf(form, namesOfMapped(form)))

const namesOfMapped = ({ map }: Mapped): readonly (string | undefined)[] => [
  map.zones,
  map.whole.field,
  map.organisation,
  ...map.filters.map(({ fields }) => fields[0]),
  ...map.people,
]

/** What must be read to know which members of a directory have answered. */
export const wantedOfAnswers = (catalogue: Catalogue): readonly Wanted[] =>
  askedOf(catalogue).flatMap(({ form, member, directory }) => {
    const { name, acronym, aliases, networks } = directory.directory ?? {}
    return [wantedOf(form, [member]), wantedOf(directory, [name, acronym, aliases, networks])]
  })

/** What must be read of a plan: `further` fields beside what its year and its criteria are made of. */
export const wantedOfPlan = (form: Form, further: readonly (string | null)[] = []): readonly Wanted[] =>
  form.plan === null
    ? []
    : [wantedOf(form, [form.plan.series, form.plan.criteria?.field, form.calendar?.date, ...further])]

/** These fields of a form, with those on which it depends what everyone may see of them. */
export function wantedOf(form: Form, names: readonly (string | null | undefined)[]): Wanted {
  const asked = names.filter((name) => name != null)
  const parts = asked.map((name) => findField(form, name)?.disclosure?.of)
  return { form: form.id, fields: unique([form.publication?.field, ...asked, ...parts]) }
}

/** Each form once, with all that is wanted of its records. */
export const together = (wanted: readonly Wanted[]): readonly Wanted[] =>
  [...Map.groupBy(wanted, ({ form }) => form)].map(([form, ones]) => ({
    form,
    fields: unique(ones.flatMap(({ fields }) => fields)),
  }))

const unique = (names: readonly (string | null | undefined)[]): readonly string[] => [
  ...new Set(names.filter((name) => name != null)),
]
