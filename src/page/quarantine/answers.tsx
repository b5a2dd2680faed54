import type { Context } from '../../context.ts'
import type { Form } from '../../form/definition/index.ts'
import { examine } from '../../form/index.ts'
import type { Names } from '../../form/names.ts'
import type { Locale } from '../../form/text.ts'
import type { Doubtful } from '../../store/doubtful.ts'
import { AnswersSummary } from '../answers-summary.tsx'
import { flatAnswers } from '../flat-answers.ts'

type Props = {
  readonly context: Context
  readonly form: Form
  readonly doubtful: Doubtful
  readonly names: Names
  readonly heading: 'h2' | 'h3'
  readonly locale: Locale
}

/** The answers of a doubtful submission, as its record would have them. */
export function DoubtfulAnswers({ context, form, doubtful, names, heading, locale }: Props) {
  const { lists } = context.catalogue
  const { answers } = examine(form, lists, doubtful.answers, { now: context.now })
  return (
    <AnswersSummary
      form={form}
      shown={flatAnswers(form, answers, { lists, names, locale })}
      heading={heading}
      locale={locale}
    />
  )
}
