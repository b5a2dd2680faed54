import { checkForm, repeated } from './check-form.ts'
import { checkSharedPurposes } from './check-personal.ts'
import type { Catalogue, Choice, ChoiceLists, Field, Form } from './definition/index.ts'
import { attributes } from './expression/index.ts'
import { faultOf } from './fault.ts'
import { placedFields } from './fields.ts'

/** A code stands in JSON, in a URL and, joined by spaces or commas, in a cell: no space, no punctuation but these. */
const choiceCode = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$/

/**
 * Checks every form, the lists, and what they say of each other. The build does, so that no Worker does at each start.
 * @throws Error naming the form, the field and the reason; or the list
 */
export function checkCatalogue({ forms, lists }: Catalogue): void {
  for (const form of forms) checkForm(form)
  for (const [id, list] of Object.entries(lists)) checkList(id, list)
  checkDistinct(forms)
  checkOneMap(forms)
  checkSharedPurposes(forms)
  for (const form of forms) {
    for (const { field } of placedFields(form)) {
      const reason = choiceFault(field, lists) ?? referenceFault(field, forms)
      if (reason !== null) throw faultOf(form.id, `field "${field.name}"`, reason)
    }
    checkPlan(form, lists)
    checkMinutes(form, forms)
    checkFeeds(form, forms)
    checkDocument(form, forms)
    checkAdvocacy(form, forms, lists)
  }
}

function checkList(id: string, list: readonly Choice[]): void {
  const refuse = (reason: string) => new Error(`Choice list "${id}": ${reason}`)
  if (list.length === 0) throw refuse('it is empty')
  const codes = list.map(({ code }) => code)
  const twice = repeated(codes)
  if (twice !== undefined) throw refuse(`the code "${twice}" is there twice`)
  const wrong = codes.find((code) => !choiceCode.test(code))
  if (wrong !== undefined)
    throw refuse(`the code "${wrong}" has a character other than letters, digits, _ . -`)
}

function checkDistinct(forms: readonly Form[]): void {
  const tabs = forms.flatMap((form) => [
    { form: form.id, value: form.sheet.tab },
    ...form.fields.flatMap(({ tab }) => (tab === null ? [] : [{ form: form.id, value: tab }])),
  ])
  const all = {
    id: forms.map(({ id }) => ({ form: id, value: id })),
    prefix: forms.map((form) => ({ form: form.id, value: form.prefix })),
    tab: tabs,
  }
  for (const [kind, named] of Object.entries(all)) {
    // Google Sheets takes two titles that differ in case alone for the same.
    const values = named.map(({ value }) => value.toLowerCase())
    const twice = repeated(values)
    const owner = named[values.lastIndexOf(twice ?? '')]
    if (owner) throw faultOf(owner.form, '', `its ${kind} "${owner.value}" is used twice`)
  }
}

/** The map is at one address, without a name of the form: of two only the first would be seen. */
function checkOneMap(forms: readonly Form[]): void {
  const [first, second] = forms.filter(({ map }) => map !== null)
  if (first && second) throw faultOf(second.id, '', `it has a map, and "${first.id}" has one already`)
}

function choiceFault({ choices, exclusive, choice_filter }: Field, lists: ChoiceLists): string | null {
  if (choices === null) return null
  const list = Object.hasOwn(lists, choices) ? lists[choices] : undefined
  if (!list) return `the choice list "${choices}" is missing`
  const code = exclusive.find((one) => !list.some((choice) => choice.code === one))
  if (code !== undefined) return `exclusive names "${code}", which is not in the list "${choices}"`
  const known = new Set(['name', ...list.flatMap((choice) => Object.keys(choice.attributes))])
  const attribute = choice_filter ? attributes(choice_filter).find((name) => !known.has(name)) : undefined
  if (attribute === undefined) return null
  return `choice_filter names "${attribute}", which no choice of the list "${choices}" has`
}

function referenceFault({ reference }: Field, forms: readonly Form[]): string | null {
  if (!reference) return null
  const target = forms.find(({ id }) => id === reference.form)
  if (!target) return `it refers to the form "${reference.form}", which is missing`
  if (!target.fields.some(({ name }) => name === reference.label)) {
    return `it refers to the field "${reference.label}", which the form "${reference.form}" does not have`
  }
  return null
}

function checkPlan({ id, fields, plan }: Form, lists: ChoiceLists): void {
  if (!plan) return
  const { series, titles, criteria, rhythm } = plan
  const rows = fields.find(({ name }) => name === criteria?.field)?.fields ?? []
  const check = (key: string, codes: readonly string[], among: readonly Field[], name: string) => {
    const list = lists[among.find((field) => field.name === name)?.choices ?? ''] ?? []
    const code = codes.find((one) => !list.some((choice) => choice.code === one))
    if (code !== undefined)
      throw faultOf(id, '', `plan.${key} names "${code}", which "${name}" does not offer`)
  }
  check('titles', Object.keys(titles), fields, series)
  check('rhythm', rhythm?.series ?? [], fields, series)
  if (!criteria) return
  const { assessment, met, partly, unmet } = criteria
  check('criteria', [...met, ...partly, ...unmet], rows, assessment)
}

function checkMinutes({ id, calendar }: Form, forms: readonly Form[]): void {
  if (!calendar?.minutes) return
  const { form, field } = calendar.minutes
  const target = forms.find((one) => one.id === form)?.fields.find(({ name }) => name === field)
  if (target?.reference?.form === id) return
  throw faultOf(id, '', `its calendar.minutes names no field that refers to it: "${form}.${field}"`)
}

/** A document that shows a plan says whose. */
function checkDocument({ id, document }: Form, forms: readonly Form[]): void {
  for (const part of document?.parts ?? []) {
    const plan = part.type === 'sections' ? part.plan : null
    if (plan && !forms.find((form) => form.id === plan.form)?.plan)
      throw faultOf(id, '', `its document shows the plan of "${plan.form}", which has none`)
  }
}

/** The plan that pleadings take criteria from has some, in a series of its own, for one of their themes at least. */
function checkAdvocacy({ id, fields, advocacy }: Form, forms: readonly Form[], lists: ChoiceLists): void {
  if (!advocacy?.plan) return
  const { form, series, attribute } = advocacy.plan
  const target = forms.find((one) => one.id === form)
  const offered = (among: readonly Field[] = [], name = '') =>
    lists[among.find((field) => field.name === name)?.choices ?? ''] ?? []
  const refuse = (reason: string) => faultOf(id, '', `its advocacy.plan names ${reason}`)
  if (!target?.plan?.criteria) throw refuse(`"${form}", which is no plan with criteria`)
  if (!offered(target.fields, target.plan.series).some(({ code }) => code === series))
    throw refuse(`the series "${series}", which "${form}" does not have`)
  if (!offered(fields, advocacy.theme).some(({ attributes }) => attributes[attribute] !== undefined))
    throw refuse(`the attribute "${attribute}", which no theme has`)
}

/** What minutes are of, and what they feed, must be there. */
function checkFeeds({ id, fields, minutes }: Form, forms: readonly Form[]): void {
  if (!minutes) return
  const fieldsOf = (form: string) => forms.find((one) => one.id === form)?.fields
  const meeting = fields.find(({ name }) => name === minutes.meeting)?.reference?.form ?? ''
  const asked = Object.values(minutes.from)
    .flat()
    .map((name) => ({ use: 'minutes.from', form: meeting, name }))
  const fed = minutes.feeds.flatMap(({ form, answers, rows }) =>
    [...Object.keys(answers), ...(rows ? [rows.repeat] : [])].map((name) => ({
      use: 'minutes.feeds',
      form,
      name,
    })),
  )
  const unknown = [...asked, ...fed].find(
    ({ form, name }) => !fieldsOf(form)?.some((one) => one.name === name),
  )
  if (unknown) throw faultOf(id, '', `its ${unknown.use} names no field: "${unknown.form}.${unknown.name}"`)
}
