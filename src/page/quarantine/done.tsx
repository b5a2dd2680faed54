import type { Context } from 'hono'
import type { AppEnv } from '../../context.ts'
import type { Unreleased } from '../../record/index.ts'
import { word } from '../words.ts'
import { titleOf } from './list.tsx'

/** What the last click came to. */
export function Done({ c, refused }: { c: Context<AppEnv>; refused: readonly Unreleased[] }) {
  const { locale, context } = c.var
  const { faits, reste } = c.req.query()
  const [made, left] = [Number(faits) || 0, Number(reste) || 0]
  return (
    <>
      {made === 0 ? null : (
        <p class="banner" role="status">
          {word(locale, 'quarantineDone', { n: made })}
          {left === 0 ? null : ` ${word(locale, 'quarantineLeft', { n: left })}`}
        </p>
      )}
      {refused.map(({ doubtful, cause }) => (
        <div class="summary" role="alert">
          <p>
            {word(locale, 'quarantineRefused')} {titleOf(context, doubtful, locale)}
          </p>
          <ul>
            <li>{cause.title[locale]}</li>
            {cause.errors.map(({ message }) => (
              <li>{message[locale]}</li>
            ))}
          </ul>
        </div>
      ))}
    </>
  )
}
