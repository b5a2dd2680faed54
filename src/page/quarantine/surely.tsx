import type { Context } from 'hono'
import type { AppEnv } from '../../context.ts'
import { daysRejected } from '../../privacy/index.ts'
import type { Doubtful } from '../../store/doubtful.ts'
import { respond } from '../respond.tsx'
import { word } from '../words.ts'
import { titleOf } from './list.tsx'
import { quarantinePath } from './path.ts'

/** Asks before anything is set aside. */
export function surelyPage(c: Context<AppEnv>, chosen: readonly Doubtful[]) {
  const { locale, context } = c.var
  const title = word(locale, 'quarantineSurely')
  const content = (
    <>
      <h1>{title}</h1>
      <p class="lead">{word(locale, 'quarantineSurelyWhy', { days: daysRejected })}</p>
      <ul>
        {chosen.map((doubtful) => (
          <li>{titleOf(context, doubtful, locale)}</li>
        ))}
      </ul>
      <form method="post" action={quarantinePath}>
        {chosen.map(({ id }) => (
          <input type="hidden" name="envoi" value={id} autocomplete="off" />
        ))}
        <p class="actions">
          <button type="submit" name="action" value="rejectSurely">
            {word(locale, 'quarantineYes')}
          </button>
          <a href={quarantinePath}>{word(locale, 'quarantineNo')}</a>
        </p>
      </form>
    </>
  )
  return respond(c, { title, content, secret: true })
}
