import type { Context } from '../../context.ts'
import type { Form } from '../../form/definition/index.ts'
import { findForm } from '../../form/index.ts'
import type { Names } from '../../form/names.ts'
import type { Locale } from '../../form/text.ts'
import { daysRejected } from '../../privacy/index.ts'
import type { Reason } from '../../spam/doubt.ts'
import type { Doubtful } from '../../store/doubtful.ts'
import { colon, formatMoment } from '../format.ts'
import { type Word, word } from '../words.ts'
import { DoubtfulAnswers } from './answers.tsx'

const reasonWords = {
  trap: 'doubtTrap',
  unopened: 'doubtUnopened',
  hasty: 'doubtHasty',
  unproven: 'doubtUnproven',
} as const satisfies Record<Reason, Word>

const day = 24 * 3600 * 1000

type Props = {
  readonly context: Context
  readonly doubtfuls: readonly Doubtful[]
  readonly names: Names
  readonly locale: Locale
}

/** Doubtful submissions with why they are and what they say, each to be chosen. */
export function DoubtfulList({ context, doubtfuls, names, locale }: Props) {
  return (
    <ul class="cards">
      {doubtfuls.map((doubtful) => (
        <li>
          <label class="pick">
            <input type="checkbox" name="envoi" value={doubtful.id} />
            {titleOf(context, doubtful, locale)}
          </label>
          <p>
            {word(locale, 'quarantineWhy')}
            {colon(locale)}
            {doubtful.reasons.map((reason) => word(locale, reasonWords[reason])).join(', ')}
          </p>
          {doubtful.rejectedAt === null ? null : (
            <p>
              {word(locale, 'quarantineUntil', {
                date: formatMoment(doubtful.rejectedAt + daysRejected * day, locale),
              })}
            </p>
          )}
          <Answers context={context} doubtful={doubtful} names={names} locale={locale} />
        </li>
      ))}
    </ul>
  )
}

/** What a doubtful submission is called: its form, what it is about, when it came. */
export function titleOf({ catalogue }: Context, doubtful: Doubtful, locale: Locale): string {
  const form = findForm(catalogue, doubtful.form)
  const title = form ? titleIn(form, doubtful.answers) : ''
  const parts = [form?.title[locale] ?? doubtful.form, title, formatMoment(doubtful.at, locale)]
  return parts.filter((part) => part !== '').join(' – ')
}

/** The answer that titles a record, if it is a text; what was sent may be anything. */
function titleIn({ titleField }: Form, answers: unknown): string {
  const title: unknown = Object.entries(answers ?? {}).find(([name]) => name === titleField)?.[1]
  return typeof title === 'string' ? title.slice(0, 100) : ''
}

type AnswersProps = Omit<Props, 'doubtfuls'> & { readonly doubtful: Doubtful }

function Answers({ context, doubtful, names, locale }: AnswersProps) {
  const form = findForm(context.catalogue, doubtful.form)
  if (!form) return null
  return (
    <details>
      <summary>{word(locale, 'quarantineAnswers')}</summary>
      <DoubtfulAnswers
        context={context}
        form={form}
        doubtful={doubtful}
        names={names}
        heading="h2"
        locale={locale}
      />
    </details>
  )
}
