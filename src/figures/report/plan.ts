import type { Block } from '../../document/index.ts'
import type { Row } from '../../form/answers.ts'
import type { Criteria, Form, Plan } from '../../form/definition/index.ts'
import { displayAnswer } from '../../form/index.ts'
import {
  type CriteriaCount,
  compareItems,
  countCriteria,
  criteriaOf,
  dateOf,
  isDropped,
  isHeld,
  isIn,
  isMeeting,
  meaningOf,
  type PlanYear,
  spanOf,
} from '../../plan/index.ts'
import type { Sketch } from '../../store/sketches.ts'
import { heading, listed, saidOf, sentences, titled } from './french.ts'
import { labelOf, publicRecordsOf, type ReportSource, shown, stateOf } from './source.ts'

/** Whether the year is still going on, its last day included. */
export const isOpen = (year: PlanYear | null, today: string): boolean =>
  year === null || today <= spanOf(year).until

/** The meetings of a plan's year and how far its criteria are met. */
export function planBlocks(source: ReportSource, form: Form, year: PlanYear | null): readonly Block[] {
  const { plan } = form
  if (plan === null) return []
  const items = publicRecordsOf(source, form)
    .filter((item) => year === null || isIn(year, dateOf(form, item)))
    .toSorted((one, other) => (dateOf(form, one) < dateOf(form, other) ? -1 : 1))
  return [
    ...meetingBlocks(source, form, plan, year, items),
    ...(plan.criteria === null ? [] : criteriaBlocks(source, form, plan, plan.criteria, items)),
  ]
}

function meetingBlocks(
  source: ReportSource,
  form: Form,
  plan: Plan,
  year: PlanYear | null,
  items: readonly Sketch[],
): readonly Block[] {
  const { calendar } = form
  const meetings = items.filter((item) => isMeeting(plan, item))
  if (calendar === null || plan.rhythm === null) return []
  const held = meetings.filter((item) => isHeld(plan, item)).length
  const dropped = meetings.filter((item) => isDropped(form, item)).length
  const places = [calendar.venue, calendar.place].filter((name) => name !== null)
  return [
    heading('Rencontres'),
    ...sentences(meetingsSentence(meetings.length, held, dropped, isOpen(year, source.figures.today))),
    ...titled(
      'Rencontres de la période',
      ['Rencontre', labelOf(form, calendar.date), 'Lieu', 'État'],
      meetings.map((item) => [
        shown(source, form, item, form.titleField),
        shown(source, form, item, calendar.date),
        places
          .filter((name) => item.answers[name] !== undefined)
          .map((name) => shown(source, form, item, name))
          .join(', ') || 'À définir',
        stateOf(form, item),
      ]),
    ),
  ]
}

/** "Le plan prévoit 14 rencontres dans la période : 6 ont été tenues, 7 restent à tenir et 1 a été reportée ou annulée." */
export function meetingsSentence(planned: number, held: number, dropped: number, goesOn: boolean): string {
  if (planned === 0) return 'Le plan ne prévoit aucune rencontre dans la période.'
  const parts = [
    saidOf(held, { none: 'aucune n’a été tenue', one: '{n} a été tenue', many: '{n} ont été tenues' }),
    goesOn || held > 0 ? saidOf(planned - held - dropped, goesOn ? stillToHold : notHeld) : '',
    saidOf(dropped, {
      none: '',
      one: '{n} a été reportée ou annulée',
      many: '{n} ont été reportées ou annulées',
    }),
  ]
  const said = saidOf(planned, { none: '', one: '{n} rencontre', many: '{n} rencontres' })
  return `Le plan prévoit ${said} dans la période : ${listed(parts.filter((part) => part !== ''))}.`
}

const stillToHold = { none: '', one: '{n} reste à tenir', many: '{n} restent à tenir' }
const notHeld = { none: '', one: '{n} ne l’a pas été', many: '{n} ne l’ont pas été' }

function criteriaBlocks(
  source: ReportSource,
  form: Form,
  plan: Plan,
  criteria: Criteria,
  items: readonly Sketch[],
): readonly Block[] {
  const { lists } = source.catalogue
  const fields = form.fields.find(({ name }) => name === criteria.field)?.fields ?? []
  const cell = (row: Row, name: string): string => {
    const field = fields.find((one) => one.name === name)
    return field ? displayAnswer(field, lists, row[name], 'fr', new Map()) : ''
  }
  const columns = [criteria.text, criteria.assessment, criteria.evidence]
  const assessed = items
    .toSorted(
      (one, other) => seriesOf(source, form, plan, one, other) || compareItems(form, plan, one, other),
    )
    .flatMap((item) =>
      criteriaOf(criteria, item)
        .filter((row) => meaningOf(criteria, row) !== 'open')
        .map((row) => [
          shown(source, form, item, form.titleField),
          ...columns.map((name) => cell(row, name)),
        ]),
    )
  return [
    heading('Critères de réussite'),
    ...sentences(criteriaSentence(countCriteria(criteria, items))),
    ...titled(
      'Critères évalués, action par action',
      ['Action', ...columns.map((name) => fields.find((one) => one.name === name)?.label.fr ?? '')],
      assessed,
    ),
  ]
}

/** Items in the order in which the plan has their series. */
function seriesOf({ catalogue }: ReportSource, form: Form, plan: Plan, one: Sketch, other: Sketch): number {
  const list = catalogue.lists[form.fields.find(({ name }) => name === plan.series)?.choices ?? ''] ?? []
  const placeOf = ({ answers }: Sketch) => list.findIndex(({ code }) => code === answers[plan.series])
  return placeOf(one) - placeOf(other)
}

/** "5 critères sur 23 sont atteints\u00a0; 2 le sont en partie et 11 n’ont pas encore été évalués." */
export function criteriaSentence({ met, partly, unmet, early, open, total }: CriteriaCount): string {
  if (total === 0) return 'Le plan n’a pas de critère de réussite dans la période.'
  const first = saidOf(met, {
    none: `Aucun critère sur ${total} n’est atteint`,
    one: `{n} critère sur ${total} est atteint`,
    many: `{n} critères sur ${total} sont atteints`,
  })
  const others = [
    saidOf(partly, { none: '', one: '{n} l’est en partie', many: '{n} le sont en partie' }),
    saidOf(unmet, { none: '', one: '{n} ne l’est pas', many: '{n} ne le sont pas' }),
    saidOf(early, {
      none: '',
      one: 'pour {n} il est trop tôt pour le dire',
      many: 'pour {n} il est trop tôt pour le dire',
    }),
    saidOf(open, {
      none: '',
      one: '{n} n’a pas encore été évalué',
      many: '{n} n’ont pas encore été évalués',
    }),
  ].filter((part) => part !== '')
  return others.length === 0 ? `${first}.` : `${first} ; ${listed(others)}.`
}
