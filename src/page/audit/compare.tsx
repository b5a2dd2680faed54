import type { Locale } from '../../form/text.ts'
import type { DailyHead } from '../../store/daily-heads.ts'
import { longDate } from '../format.ts'
import { StackCell, StackRow, StackTable } from '../stack-table.tsx'
import { word } from '../words.ts'

/** What was typed to be compared, and what the log says to it; null before anything was typed. */
export type Compared = {
  readonly seq: string
  readonly head: string
  readonly is: 'same' | 'other' | 'unknown' | 'unreadable'
} | null

/** Where to compare a head that was noted elsewhere, and what came of it. */
export function Compare({ compared, locale }: { compared: Compared; locale: Locale }) {
  return (
    <section aria-labelledby="page-comparer">
      <h2 id="page-comparer">{word(locale, 'auditCompare')}</h2>
      <p>{word(locale, 'auditCompareWhy')}</p>
      {compared === null ? null : (
        <p class={compared.is === 'same' ? 'banner' : 'notice'} role="status">
          {compared.is === 'unreadable'
            ? word(locale, 'auditUnreadable')
            : word(locale, `auditNoted.${compared.is}`, { seq: compared.seq })}
        </p>
      )}
      <form method="get" action="/coordination/journal#page-comparer" class="filters">
        <div>
          <label for="page-numero">{word(locale, 'auditSeq')}</label>
          <input
            type="text"
            id="page-numero"
            name="numero"
            inputmode="numeric"
            autocomplete="off"
            value={compared?.seq}
            required
          />
        </div>
        <div>
          <label for="page-empreinte">{word(locale, 'auditHead')}</label>
          <input
            type="text"
            id="page-empreinte"
            name="empreinte"
            autocomplete="off"
            value={compared?.head}
            required
          />
        </div>
        <button type="submit">{word(locale, 'auditCompareNow')}</button>
      </form>
    </section>
  )
}

/** The heads noted last, newest first. */
export function Days({ days, locale }: { days: readonly DailyHead[]; locale: Locale }) {
  if (days.length === 0) return null
  const labels = (['auditDay', 'auditEvent', 'auditHead'] as const).map((key) => word(locale, key))
  const [, event = '', head = ''] = labels
  return (
    <StackTable labels={labels} caption={word(locale, 'auditDays')}>
      {days.map((one) => (
        <StackRow head={longDate(one.day, locale)}>
          <StackCell label={event}>{one.seq}</StackCell>
          <StackCell label={head}>
            <code>{one.head}</code>
          </StackCell>
        </StackRow>
      ))}
    </StackTable>
  )
}
