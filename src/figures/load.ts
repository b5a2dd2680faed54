import type { Context } from '../context.ts'
import type { Catalogue } from '../form/definition/index.ts'
import { isMapped } from '../map/places.ts'
import { publicOf } from '../record/published.ts'
import { type FigureSources, figureSources } from '../store/figure-sources.ts'
import type { Sketch, Wanted } from '../store/sketches.ts'
import { type AnswerFigures, answerFigures, givenInPublic } from './answers.ts'
import { type CriteriaFigures, criteriaFigures } from './criteria.ts'
import { type MonthFigures, monthFigures } from './months.ts'
import { type ProjectFigures, projectFigures } from './projects.ts'
import { askedOf, together, wantedOfAnswers, wantedOfPlan, wantedOfProjects } from './wanted.ts'

/** What everyone may know of the group's work, in numbers, as of a day (ISO 8601). */
export type Figures = {
  readonly today: string
  readonly projects: readonly ProjectFigures[]
  readonly criteria: readonly CriteriaFigures[]
  readonly answers: readonly AnswerFigures[]
  /** Records on the map and minutes, month by month. */
  readonly months: readonly MonthFigures[]
}

/** The records of a form among all that was read. */
export type Live = (form: { readonly id: string }) => readonly Sketch[]

/** Reads and counts what is public as of the context's moment: one batch. `further` is read along, for a report. */
export async function loadFigures(
  { db, catalogue, now }: Context,
  further: readonly Wanted[] = [],
): Promise<{ readonly figures: Figures; readonly live: Live }> {
  const wanted = [
    ...wantedOfProjects(catalogue),
    ...wantedOfAnswers(catalogue),
    ...catalogue.forms.flatMap((form) => wantedOfPlan(form)),
    ...further,
  ]
  const publishing = catalogue.forms
    .filter(isMapped)
    .map(({ id, publication }) => ({ form: id, states: publication?.states ?? [] }))
  const versioned = catalogue.forms.filter(({ minutes }) => minutes !== null).map(({ id }) => id)
  const sources = await figureSources(db, together(wanted), publishing, versioned)
  const live: Live = ({ id }) => sources.sketches.filter(({ form }) => form === id)
  return { figures: figuresOf(catalogue, sources, live, new Date(now).toISOString().slice(0, 10)), live }
}

function figuresOf(catalogue: Catalogue, sources: FigureSources, live: Live, today: string): Figures {
  const { forms, lists } = catalogue
  return {
    today,
    projects: forms.filter(isMapped).map((form) => projectFigures(form, lists, live(form))),
    criteria: forms.flatMap((form) => criteriaFigures(form, lists, live(form)) ?? []),
    answers: askedOf(catalogue).map((asked) =>
      answerFigures(asked, lists, live(asked.directory), givenInPublic(asked, live(asked.form))),
    ),
    months: monthFigures(
      {
        received: sources.dates.map(({ receivedAt }) => receivedAt),
        published: publishedAt(catalogue, sources, live),
        minutes: sources.firstVersions,
      },
      today,
    ),
  }
}

/** When those records were published that everyone may see. */
const publishedAt = ({ forms }: Catalogue, { dates }: FigureSources, live: Live): readonly number[] =>
  forms.filter(isMapped).flatMap((form) => {
    const shown = new Set(publicOf(form, live(form)).records.map(({ number }) => number))
    return dates
      .filter((one) => one.form === form.id && shown.has(one.number))
      .map(({ receivedAt, publishedAt }) => publishedAt ?? receivedAt)
  })
