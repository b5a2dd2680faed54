import type { Catalogue } from '../form/definition/index.ts'
import { findField, findForm } from '../form/index.ts'
import { referenceOf } from '../record/reference.ts'
import type { RegisteredConsent } from '../store/consents.ts'
import { type Cell, type Table, tableOf } from './table.ts'

/** Every consent there ever was, as a table: who by the record's reference, times in ISO 8601, UTC. */
export function consentTable(catalogue: Catalogue, consents: readonly RegisteredConsent[]): Table {
  const formOf = ({ form }: RegisteredConsent) => findForm(catalogue, form)
  const column = (key: string, header: string, cell: (consent: RegisteredConsent) => Cell) => ({
    key,
    header,
    tag: null,
    cell,
  })
  const purposes = (consent: RegisteredConsent) =>
    consent.purposes.map((id) => formOf(consent)?.purposes.find((one) => one.id === id)?.title.fr ?? id)
  const labelOf = (consent: RegisteredConsent) => {
    const form = formOf(consent)
    return (form && findField(form, consent.field)?.label.fr) ?? consent.field
  }
  const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString())
  return tableOf(
    'Accords',
    [
      column('record', 'Fiche', (one) => referenceOf(formOf(one)?.prefix ?? one.form, one.number)),
      column('form', 'Formulaire', (one) => formOf(one)?.title.fr ?? one.form),
      column('field', 'Accord', labelOf),
      column('purposes', 'Finalités', (one) => purposes(one).join(' ; ')),
      column('givenAt', 'Donné le', ({ givenAt }) => iso(givenAt)),
      column('givenBy', 'Par', ({ givenBy }) => (givenBy === 'member' ? 'la personne' : 'la coordination')),
      column('source', 'Porte', ({ source }) => source),
      column('withdrawnAt', 'Retiré le', ({ withdrawnAt }) => iso(withdrawnAt)),
      column('wording', 'Empreinte du texte lu', ({ wording }) => wording),
      column('settings', 'Révision des réglages', ({ settings }) => settings),
      column('text', 'Texte lu', ({ text }) => text),
    ],
    consents,
  )
}
