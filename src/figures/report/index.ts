import { type MinutesDocument, printed } from '../../document/index.ts'
import { type PlanYear, spanOf, yearOf } from '../../plan/index.ts'
import { inFull, sentences } from './french.ts'
import { advocacyBlocks, inventoryBlocks, minutesBlocks } from './others.ts'
import { isOpen, planBlocks } from './plan.ts'
import { answerBlocks, projectBlocks } from './projects.ts'
import { inventories, publicRecordsOf, type ReportSource } from './source.ts'

export { wantedOfReport } from './source.ts'

/** The report of a plan's year, written from what everyone may see and from nothing else. Pure. */
export function reportOf(source: ReportSource): MinutesDocument {
  const { catalogue, figures } = source
  const plans = catalogue.forms
    .filter(({ plan }) => plan !== null)
    .map((form) => ({ form, year: yearOf(form, publicRecordsOf(source, form), figures.today) }))
  const year = plans.find((one) => one.year !== null)?.year ?? null
  return {
    title: printed('Bilan du plan d’action'),
    group: printed(catalogue.group?.name.fr ?? ''),
    date: printed(dateOf(year, figures.today)),
    blocks: [
      ...sentences(...introduction(year, figures.today)),
      ...plans.flatMap((one) => planBlocks(source, one.form, one.year)),
      ...minutesBlocks(source, year),
      ...figures.projects.flatMap(projectBlocks),
      ...figures.answers.flatMap(answerBlocks),
      ...catalogue.forms.flatMap((form) =>
        form.advocacy === null ? [] : advocacyBlocks(source, form, form.advocacy),
      ),
      ...inventories(catalogue).flatMap((form) => inventoryBlocks(source, form)),
    ],
  }
}

const period = (year: PlanYear): string => {
  const { from, until } = spanOf(year)
  return `du ${inFull(from)} au ${inFull(until)}`
}

const dateOf = (year: PlanYear | null, today: string): string =>
  year === null || isOpen(year, today) ? `provisoire, au ${inFull(today)}` : period(year)

const introduction = (year: PlanYear | null, today: string): readonly string[] => [
  year === null
    ? 'Aucune rencontre du plan n’est encore datée.'
    : `Ce bilan porte sur la période ${period(year)}.`,
  year !== null && isOpen(year, today)
    ? `Il est provisoire : le plan court jusqu’au ${inFull(spanOf(year).until)}.`
    : '',
  `Ce bilan est écrit à partir de ce qui est publié, et de rien d’autre ; les projets, les réponses, les plaidoyers et les outils y sont tels qu’ils étaient le ${inFull(today)}.`,
]
