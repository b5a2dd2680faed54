import type { Form } from '../../form/definition/index.ts'
import type { Locale } from '../../form/text.ts'
import type { Count } from '../../store/records.ts'
import { formatNumber } from '../format.ts'
import { word } from '../words.ts'
import { addressOf, type Question } from './question.ts'

type Props = {
  readonly question: Question
  readonly forms: readonly Form[]
  readonly counts: readonly Count[]
  readonly locale: Locale
}

/** What to look for, and how many records each form has in each of its states, each a link to them. */
export function Sieve({ question, forms, counts, locale }: Props) {
  const form = forms.find(({ id }) => id === question.form)
  return (
    <>
      <form method="get" action="/coordination/fiches" class="filters">
        <div>
          <label for="page-q">{word(locale, 'inboxSearch')}</label>
          <input type="search" id="page-q" name="q" value={question.text} autocomplete="off" />
        </div>
        <div>
          <label for="page-form">{word(locale, 'inboxForm')}</label>
          <select id="page-form" name="form">
            <option value="">{word(locale, 'inboxAll')}</option>
            {forms.map(({ id, sheet }) => (
              <option value={id} selected={id === question.form}>
                {sheet.tab}
              </option>
            ))}
          </select>
        </div>
        {form === undefined ? null : (
          <div>
            <label for="page-statut">{word(locale, 'inboxStatus')}</label>
            <select id="page-statut" name="statut">
              <option value="">{word(locale, 'inboxAll')}</option>
              {form.workflow.states.map(({ code, label }) => (
                <option value={code} selected={code === question.status}>
                  {label[locale]}
                </option>
              ))}
            </select>
          </div>
        )}
        <button type="submit">{word(locale, 'inboxShow')}</button>
      </form>
      <ul class="todo">
        {forms.flatMap(({ id, sheet, workflow }) =>
          workflow.states.flatMap(({ code, label }) => {
            const count = counts.find((one) => one.form === id && one.status === code)?.count ?? 0
            return count === 0 || (question.form !== '' && question.form !== id)
              ? []
              : [
                  <li>
                    <a href={addressOf({ form: id, status: code, text: '', from: 0 })}>
                      {sheet.tab} – {label[locale]} ({formatNumber(count, locale)})
                    </a>
                  </li>,
                ]
          }),
        )}
      </ul>
    </>
  )
}
