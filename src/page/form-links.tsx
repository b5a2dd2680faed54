import type { Context } from 'hono'
import type { AppEnv } from '../context.ts'
import type { Form } from '../form/definition/index.ts'
import type { Locale } from '../form/text.ts'

/** The forms this visitor may send in, in the catalogue's order. */
export function openForms(c: Context<AppEnv>): readonly Form[] {
  const { catalogue, actor } = c.var.context
  return catalogue.forms.filter(({ submit }) => submit === 'anyone' || actor.role === 'coordinator')
}

/** A list of forms with what each is for. */
export function FormLinks({ forms, locale }: { forms: readonly Form[]; locale: Locale }) {
  return (
    <ul class="cards">
      {forms.map(({ id, title, description }) => (
        <li>
          <a href={`/formulaires/${id}`}>{title[locale]}</a>
          <p>{description[locale]}</p>
        </li>
      ))}
    </ul>
  )
}
