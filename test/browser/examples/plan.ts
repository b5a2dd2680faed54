import { randomFrom } from '../../../dev/examples/random.ts'
import { action } from '../../../forms/action.ts'

type Criterion = { readonly critere: string; readonly evaluation?: string; readonly preuve?: string }
type Item = {
  readonly id: string
  readonly revision: number
  readonly answers: Readonly<Record<string, unknown>> & {
    readonly type: string
    readonly criteres: readonly Criterion[]
  }
}

/** In the order of the dashboard's columns; '' is not assessed. */
const assessments = ['atteint', 'en_partie', 'non', 'trop_tot', '']

/**
 * Assesses every criterion of the plan that is there from the first day as chance has it, as the coordinator does.
 * @returns by the title of each series that has criteria, and by "En tout", how many have each assessment, and how many there are
 * @throws Error when an assessment is refused
 */
export async function assessPlan(url: string, seed: number): Promise<ReadonlyMap<string, readonly number[]>> {
  const response = await fetch(`${url}/api/v1/records?form=action&limit=100`)
  const { records } = (await response.json()) as { records: readonly Item[] }
  const random = randomFrom(seed)
  const assessed: { readonly series: string; readonly evaluation: string }[] = []
  for (const { id, revision, answers } of records) {
    const criteres = answers.criteres.map(({ critere }): Criterion => {
      const evaluation = random.one(assessments)
      assessed.push({ series: answers.type, evaluation })
      return evaluation === '' ? { critere } : { critere, evaluation, preuve: 'Preuve (exemple)' }
    })
    const changed = await fetch(`${url}/api/v1/records/${id}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', 'if-match': `"${revision}"` },
      body: JSON.stringify({ answers: { ...answers, criteres } }),
    })
    if (!changed.ok) throw new Error(`${id}: ${changed.status} ${await changed.text()}`)
  }
  const count = (some: typeof assessed) => [
    ...assessments.map((one) => some.filter(({ evaluation }) => evaluation === one).length),
    some.length,
  ]
  const bySeries = Object.entries(action.plan?.titles ?? {}).map(
    ([series, title]) => [title.fr, count(assessed.filter((one) => one.series === series))] as const,
  )
  return new Map([...bySeries.filter(([, numbers]) => numbers.at(-1) !== 0), ['En tout', count(assessed)]])
}
