import type { Locale } from '../../form/text.ts'
import type { DirectoryForm } from '../../record/campaign/index.ts'
import type { StoredRecord } from '../../record/index.ts'
import type { Double } from '../../record/reconcile/index.ts'
import { ConfirmBox } from '../confirm.tsx'
import { word } from '../words.ts'

type Props = {
  readonly directory: DirectoryForm
  readonly doubles: readonly Double[]
  readonly locale: Locale
}

/** The members that may be one, to be united into the one that is kept. */
export function DoublesList({ directory, doubles, locale }: Props) {
  if (doubles.length === 0) return <p>{word(locale, 'reconcileNoDoubles')}</p>
  const nameOf = ({ answers, reference }: StoredRecord) =>
    String(answers[directory.directory.name] ?? reference)
  return (
    <>
      <p class="hint">{word(locale, 'reconcileDoublesLead')}</p>
      <ul class="cards">
        {doubles.map(({ one, other }) => (
          <li>
            <strong>{word(locale, 'reconcileAnd', { one: nameOf(one), other: nameOf(other) })}</strong>
            <div class="actions">
              {[
                { kept: one, left: other },
                { kept: other, left: one },
              ].map(({ kept, left }) => (
                <form method="post">
                  <input type="hidden" name="other" value={left.reference} />
                  <ConfirmBox locale={locale} />
                  <button type="submit" name="action" value={`unite:${kept.reference}`} class="second">
                    {word(locale, 'reconcileKeep', { name: nameOf(kept), reference: kept.reference })}
                  </button>
                </form>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
