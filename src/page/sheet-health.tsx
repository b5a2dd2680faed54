import type { Child } from 'hono/jsx'
import type { Locale } from '../form/text.ts'
import type { SyncState } from '../sheet/index.ts'
import type { Due } from '../store/sheet-due.ts'
import { Facts } from './facts.tsx'
import { formatMoment, formatNumber } from './format.ts'
import { InFrench } from './in-french.tsx'
import { word } from './words.ts'

/** Where the buttons of the sheet's page send what is to be done. */
export const sheetPath = '/coordination/feuille'

type Props = { readonly state: SyncState; readonly locale: Locale }

/** A button that has something done to the sheet; `fields` say to what. */
export function SheetButton(props: {
  action: string
  fields: Readonly<Record<string, string>>
  second?: boolean
  children: Child
}) {
  return (
    <form method="post" action={sheetPath}>
      {Object.entries(props.fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} autocomplete="off" />
      ))}
      <button type="submit" name="action" value={props.action} class={props.second ? 'second' : undefined}>
        {props.children}
      </button>
    </form>
  )
}

/** Why the mirror waits for a human, and what to do. */
export function ParkedNotice({ state, locale, connected }: Props & { connected: boolean }) {
  return state.parked === null ? null : (
    <section class="notice" aria-labelledby="page-arret">
      <h2 id="page-arret">{word(locale, 'parkedTitle')}</h2>
      <p>
        <InFrench text={state.parked.message} locale={locale} />
      </p>
      {connected ? <p>{word(locale, 'parkedThen')}</p> : null}
      {connected ? null : (
        <p>
          {word(locale, 'noSheet')} <code>docs/deploy.md</code>
        </p>
      )}
    </section>
  )
}

/** The tabs in which nothing is done until the coordinator says what was meant. */
export function BrakedTabs({ state, locale }: Props) {
  return (
    <>
      {state.braked.map(({ tab, title, rows, message }, index) => (
        <section class="notice" aria-labelledby={`page-onglet-${index}`}>
          <h2 id={`page-onglet-${index}`}>{word(locale, 'brakedTitle', { title })}</h2>
          <p>
            <InFrench text={message} locale={locale} />
          </p>
          <div class="actions">
            <SheetButton action="restoreAll" fields={{ tab }}>
              {word(locale, 'restoreRows', { n: formatNumber(rows, locale) })}
            </SheetButton>
            <SheetButton action="acceptRemoval" fields={{ tab }} second>
              {word(locale, 'acceptRemoval')}
            </SheetButton>
          </div>
        </section>
      ))}
    </>
  )
}

/** Passes come each minute at least, and while Google is out of order at longer intervals, which this is above. */
const silence = 15 * 60_000

type HealthProps = Props & {
  /** The records that have waited longest. */
  readonly due: readonly Due[]
  /** Milliseconds since 1970, UTC. */
  readonly now: number
}

/** When the sheet was last looked at, what waits, what it cost, and what to think of it. */
export function SheetHealth({ state, due, now, locale }: HealthProps) {
  const { lastPassAt, pending, calls, lastError } = state
  const lines = [
    ['lastPass', lastPassAt === null ? word(locale, 'never') : formatMoment(Date.parse(lastPassAt), locale)],
    ['waiting', formatNumber(pending, locale)],
    [
      'calls',
      word(locale, 'callCounts', {
        reads: formatNumber(calls.reads, locale),
        writes: formatNumber(calls.writes, locale),
      }),
    ],
    ['lastError', lastError ?? word(locale, 'noError')],
  ] as const
  return (
    <>
      <Facts lines={lines.map(([key, shown]) => [word(locale, key), shown])} />
      <Advice state={state} now={now} locale={locale} />
      <Waiting due={due} locale={locale} />
    </>
  )
}

/** Whether an error passes by itself, and what to do when nothing has happened for long. */
function Advice({ state: { parked, lastError, lastPassAt }, now, locale }: Props & { now: number }) {
  if (parked !== null) return null
  const isSilent = lastPassAt !== null && now - Date.parse(lastPassAt) > silence
  return (
    <>
      {lastError === null ? null : <p>{word(locale, 'errorPasses')}</p>}
      {isSilent ? <p class="notice">{word(locale, 'sheetSilent')}</p> : null}
    </>
  )
}

/** Which records the sheet does not show yet, and since when. */
function Waiting({ due, locale }: { due: readonly Due[]; locale: Locale }) {
  if (due.length === 0) return null
  return (
    <details class="many">
      <summary>{word(locale, 'waitingWhich')}</summary>
      <ul>
        {due.map(({ record, since }) => (
          <li>
            <a href={`/coordination/fiches/${record.reference}`}>{record.reference}</a>,{' '}
            {word(locale, 'waitingSince', { date: formatMoment(since, locale) })}
          </li>
        ))}
      </ul>
    </details>
  )
}
