import { type Block, printed } from '../../document/index.ts'
import type { Advocacy, Form } from '../../form/definition/index.ts'
import { isIn, type PlanYear } from '../../plan/index.ts'
import { countChoices } from '../counting.ts'
import { heading, inFull, paragraph, saidOf, sentences, titled } from './french.ts'
import { labelOf, publicRecordsOf, type ReportSource, shown, sortingFields, stateOf } from './source.ts'

/** The published minutes of the period's meetings, to be read where they are. */
export function minutesBlocks({ minutes }: ReportSource, year: PlanYear | null): readonly Block[] {
  const ofYear = minutes.filter(({ date }) => year === null || isIn(year, date))
  return [
    heading('Comptes rendus publiés'),
    ...sentences(
      saidOf(ofYear.length, {
        none: 'Aucun compte rendu de la période n’est publié.',
        one: '{n} compte rendu de la période est publié.',
        many: '{n} comptes rendus de la période sont publiés.',
      }),
    ),
    ...(ofYear.length === 0
      ? []
      : [
          {
            type: 'links' as const,
            items: ofYear.map(({ title, date, address }) => ({
              text: printed(date === '' ? title : `${title} (${inFull(date)})`),
              address,
            })),
          },
        ]),
  ]
}

/** The pleadings that are published, and how far each is. */
export function advocacyBlocks(source: ReportSource, form: Form, advocacy: Advocacy): readonly Block[] {
  const records = publicRecordsOf(source, form)
  const names = [advocacy.theme, advocacy.addressee, advocacy.due]
  return [
    heading('Plaidoyers'),
    ...sentences(
      saidOf(records.length, {
        none: 'Aucun plaidoyer n’est publié.',
        one: '{n} plaidoyer est publié.',
        many: '{n} plaidoyers sont publiés.',
      }),
    ),
    ...titled(
      'Où en sont les plaidoyers',
      [labelOf(form, form.titleField), ...names.map((name) => labelOf(form, name)), 'État'],
      records.map((record) => [
        shown(source, form, record, form.titleField),
        ...names.map((name) => shown(source, form, record, name)),
        stateOf(form, record),
      ]),
    ),
  ]
}

/** How many records an inventory has, and of which kinds. */
export function inventoryBlocks(source: ReportSource, form: Form): readonly Block[] {
  const records = publicRecordsOf(source, form)
  return [
    heading(form.sheet.tab),
    ...sentences(
      saidOf(records.length, {
        none: 'L’inventaire ne compte encore aucune fiche publiée.',
        one: 'L’inventaire compte {n} fiche publiée.',
        many: 'L’inventaire compte {n} fiches publiées.',
      }),
    ),
    ...sortingFields(form).flatMap(({ name, label }) => {
      const counts = countChoices(form, source.catalogue.lists, name, records)
      const said = counts.filter(({ count }) => count > 0)
      if (said.length === 0) return []
      const text = said.map(({ choice, count }) => `${choice.label.fr} (${count})`).join(', ')
      // A question is followed by its answers as it stands: no colon after a question mark.
      return [label.fr.endsWith('?') ? paragraph(`${label.fr} ${text}`) : paragraph(text, label.fr)]
    }),
  ]
}
