import type { Form } from '../../form/definition/index.ts'
import { checkTransition, stateOf } from '../../form/index.ts'
import type { Locale } from '../../form/text.ts'
import type { Pair, StoredRecord } from '../../record/index.ts'
import { word } from '../words.ts'

type Props = {
  readonly form: Form
  readonly pairs: readonly Pair[]
  readonly now: number
  readonly locale: Locale
}

/** The records of a form that may be about the same thing: one is put aside, or they are told apart. */
export function PairsList({ form, pairs, now, locale }: Props) {
  if (pairs.length === 0 || form.likeness === null) return <p>{word(locale, 'reconcileNoAlike')}</p>
  const state = stateOf(form, form.likeness.double).label[locale]
  return (
    <>
      <p class="hint">{word(locale, 'reconcileAlikeLead', { state })}</p>
      <ul class="cards">
        {pairs.map((pair) => (
          <li>
            <Named form={form} record={pair.one} locale={locale} />
            <Named form={form} record={pair.other} locale={locale} />
            <form method="post" class="actions">
              <input type="hidden" name="one" value={pair.one.reference} />
              <input type="hidden" name="other" value={pair.other.reference} />
              {[pair.one, pair.other]
                .filter((record) => canBePutAside(form, record, now))
                .map(({ reference }) => (
                  <button type="submit" name="action" value={`aside:${reference}`} class="second">
                    {word(locale, 'reconcileAside', { reference })}
                  </button>
                ))}
              <button type="submit" name="action" value="distinct" class="second">
                {word(locale, 'reconcileDistinct')}
                <span class="hidden">
                  {' '}
                  ({pair.one.reference}, {pair.other.reference})
                </span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </>
  )
}

const canBePutAside = (form: Form, { answers, status }: StoredRecord, now: number): boolean =>
  form.likeness !== null &&
  checkTransition(form, answers, status, form.likeness.double, 'coordinator', now).ok

function Named({ form, record, locale }: { form: Form; record: StoredRecord; locale: Locale }) {
  const { reference, answers, status } = record
  return (
    <p>
      <a href={`/coordination/fiches/${reference}`}>{reference}</a> {String(answers[form.titleField] ?? '')}{' '}
      <span class="tag">{stateOf(form, status).label[locale]}</span>
    </p>
  )
}
