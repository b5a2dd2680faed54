import type { Catalogue } from '../form/definition/index.ts'
import { findField, findForm } from '../form/index.ts'
import { consentFields, purposesOf } from '../privacy/index.ts'
import { referenceOf } from '../record/reference.ts'
import type { RegisteredConsent, UnprovenConsent } from '../store/consents.ts'
import { type Cell, type Table, tableOf } from './table.ts'

/** A consent as the table has it: of one without proof, what it was given with is null. */
type Line = UnprovenConsent &
  Pick<RegisteredConsent, 'purposes'> & {
    readonly proof: RegisteredConsent | null
  }

/** The questions by which anything is agreed to. */
export const askedConsents = ({ forms }: Catalogue) =>
  forms.flatMap((form) => consentFields(form).map(({ name }) => ({ form: form.id, field: name })))

/**
 * Every consent there ever was, as a table, and after them those that hold and of which no proof was kept: who by the
 * record's reference, times in ISO 8601, UTC.
 */
export function consentTable(
  catalogue: Catalogue,
  consents: readonly RegisteredConsent[],
  unproven: readonly UnprovenConsent[],
): Table {
  const formOf = ({ form }: UnprovenConsent) => findForm(catalogue, form)
  const column = (key: string, header: string, cell: (consent: Line) => Cell) => ({
    key,
    header,
    tag: null,
    cell,
  })
  const titles = (consent: Line) =>
    consent.purposes.map((id) => formOf(consent)?.purposes.find((one) => one.id === id)?.title.fr ?? id)
  const labelOf = (consent: Line) => {
    const form = formOf(consent)
    return (form && findField(form, consent.field)?.label.fr) ?? consent.field
  }
  const iso = (at: number | null | undefined) => (at == null ? null : new Date(at).toISOString())
  const given = (by: string | undefined) =>
    by === undefined ? null : by === 'member' ? 'la personne' : 'la coordination'
  const purposesIn = (consent: UnprovenConsent) => {
    const form = formOf(consent)
    const field = form && findField(form, consent.field)
    return form && field ? purposesOf(form, field) : []
  }
  return tableOf(
    'Accords',
    [
      column('record', 'Fiche', (one) => referenceOf(formOf(one)?.prefix ?? one.form, one.number)),
      column('form', 'Formulaire', (one) => formOf(one)?.title.fr ?? one.form),
      column('field', 'Accord', labelOf),
      column('purposes', 'Finalités', (one) => titles(one).join(' ; ')),
      column('givenAt', 'Donné le', ({ proof }) => iso(proof?.givenAt)),
      column('givenBy', 'Par', ({ proof }) => given(proof?.givenBy)),
      column('source', 'Porte', ({ proof }) => proof?.source ?? null),
      column('withdrawnAt', 'Retiré le', ({ proof }) => iso(proof?.withdrawnAt)),
      column('wording', 'Empreinte du texte lu', ({ proof }) => proof?.wording ?? null),
      column('settings', 'Révision des réglages', ({ proof }) => proof?.settings ?? null),
      column('text', 'Texte lu', ({ proof }) => proof?.text ?? null),
    ],
    [
      ...consents.map((proof) => ({ ...proof, proof })),
      ...unproven.map((one) => ({ ...one, purposes: purposesIn(one), proof: null })),
    ],
  )
}
