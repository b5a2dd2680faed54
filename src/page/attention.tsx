import type { Locale } from '../form/text.ts'
import type { SyncState } from '../sheet/index.ts'
import type { DeliveryCounts } from '../store/delivery-counts.ts'
import type { StoredEndpoint } from '../webhook/index.ts'
import { formatNumber } from './format.ts'
import { InFrench } from './in-french.tsx'
import { filled, type Late } from './late.ts'
import { lateWords } from './late-words.ts'
import { quarantinePath } from './quarantine/path.ts'
import { sheetPath } from './sheet-health.tsx'
import { hooksPath } from './webhook/address.ts'
import { word } from './words.ts'

/** What is late and not among these is counted. */
const mostLate = 20

type Props = {
  readonly state: SyncState
  /** Edits of the sheet that wait for a decision. */
  readonly decisions: number
  readonly endpoints: readonly StoredEndpoint[]
  readonly deliveries: ReadonlyMap<string, DeliveryCounts>
  readonly late: readonly Late[]
  /** How many submissions are to be checked. */
  readonly doubtful: number
  readonly locale: Locale
}

/** What the mirror and the endpoints cannot go on without, or would like to be known; then what is late. */
export function Attention({ state, decisions, endpoints, deliveries, late, doubtful, locale }: Props) {
  const sheet = sheetItems(state, locale)
  const counted = [
    { count: doubtful, key: 'quarantineNotice', href: quarantinePath },
    { count: decisions, key: 'decisionsNotice', href: `${sheetPath}#page-decisions` },
    { count: heldOf(endpoints, deliveries), key: 'hooksStuck', href: hooksPath },
    {
      count: endpoints.filter(({ disabledReason }) => disabledReason !== null && disabledReason !== 'manual')
        .length,
      key: 'hooksOff',
      href: hooksPath,
    },
    {
      count: endpoints.filter(({ state: is, failingSince }) => is === 'enabled' && failingSince !== null)
        .length,
      key: 'hooksFailing',
      href: hooksPath,
    },
  ] as const
  const due = counted.filter(({ count }) => count > 0)
  if (sheet.length + due.length + late.length === 0) return <p>{word(locale, 'noAttention')}</p>
  return (
    <ul class="todo">
      {sheet.map((item) => (
        <li>
          <a href={sheetPath}>{item}</a>
        </li>
      ))}
      {due.map(({ count, key, href }) => (
        <li>
          <a href={href}>{word(locale, key, { n: formatNumber(count, locale) })}</a>
        </li>
      ))}
      {late.slice(0, mostLate).map(({ label, href }) => (
        <li>
          <a href={href}>{label}</a>
        </li>
      ))}
      {late.length > mostLate ? (
        <li>{filled(lateWords.more[locale], { n: formatNumber(late.length - mostLate, locale) })}</li>
      ) : null}
    </ul>
  )
}

function sheetItems({ parked, braked, quarantined, lastError }: SyncState, locale: Locale) {
  return [
    ...(parked === null ? [] : [<InFrench text={parked.message} locale={locale} />]),
    ...braked.map(({ title, rows }) =>
      word(locale, 'brakedNotice', { title, n: formatNumber(rows, locale) }),
    ),
    ...(quarantined.length === 0
      ? []
      : [word(locale, 'quarantinedNotice', { n: formatNumber(quarantined.length, locale) })]),
    ...(lastError === null || parked !== null ? [] : [word(locale, 'errorNotice', { message: lastError })]),
  ]
}

/** Those of endpoints there still are: nobody can decide about another's. */
const heldOf = (
  endpoints: readonly StoredEndpoint[],
  deliveries: ReadonlyMap<string, DeliveryCounts>,
): number => endpoints.reduce((sum, { id }) => sum + (deliveries.get(id)?.held ?? 0), 0)
