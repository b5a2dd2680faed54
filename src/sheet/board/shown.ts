import type { Catalogue, Form } from '../../form/definition/index.ts'
import { displayAnswer } from '../../form/index.ts'
import { referenceOf } from '../../record/reference.ts'
import type { Sketch } from '../../store/sketches.ts'
import { isPersonal } from './personal.ts'

/** How many names or references a cell lists before it only says how many more there are. */
const mostListed = 20
const noNames: ReadonlyMap<string, string> = new Map()

/** An answer as people read it; '' for one that a board does not show: a personal one, or one the sheet has not. */
export function shownAnswer(catalogue: Catalogue, form: Form, { answers }: Sketch, name: string): string {
  const field = form.fields.find((one) => one.name === name)
  if (!field?.mirrored || isPersonal(catalogue, field)) return ''
  return displayAnswer(field, catalogue.lists, answers[name], 'fr', noNames)
}

/** The record's reference and title, one with the other. */
export function titleOf(catalogue: Catalogue, form: Form, record: Sketch): string {
  const title = shownAnswer(catalogue, form, record, form.titleField)
  const reference = referenceOf(form.prefix, record.number)
  return title === '' ? reference : `${reference} — ${title}`
}

export const statusOf = (form: Form, { status }: Sketch): string =>
  form.workflow.states.find(({ code }) => code === status)?.label.fr ?? status

/** What there is to say, one after the other. */
export const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ')

/** Names in a cell, the first of them when there are many. */
export function listed(names: readonly string[]): string {
  const more = names.length - mostListed
  const first = names.slice(0, mostListed).join(', ')
  return more > 0 ? `${first} et ${more} de plus` : first
}
