import type { Locale } from '../form/text.ts'
import { word } from './words.ts'

type Props = {
  /** The address it is sent to; '' for that of the page. */
  readonly address: string
  readonly fields: Readonly<Record<string, string>>
  /** Of the buttons: what each sends as `action`. */
  readonly renew: string
  /** Null where there is nothing to end. */
  readonly revoke: string | null
  readonly locale: Locale
}

/** To renew a personal link or to end it: each unfolds what it does to whoever has the link, and is confirmed there. */
export function LinkActions({ address, fields, renew, revoke, locale }: Props) {
  const acts = [
    { action: renew, label: 'linkRenew', why: 'linkRenewWhy' },
    ...(revoke === null ? [] : ([{ action: revoke, label: 'linkRevoke', why: 'linkRevokeWhy' }] as const)),
  ] as const
  return (
    <>
      {acts.map(({ action, label, why }) => (
        <details>
          <summary>{word(locale, label)}</summary>
          <form method="post" action={address || undefined}>
            <p>{word(locale, why)}</p>
            {Object.entries(fields).map(([name, value]) => (
              <input type="hidden" name={name} value={value} autocomplete="off" />
            ))}
            <div class="actions">
              <button type="submit" name="action" value={action} class="second">
                {word(locale, 'linkConfirm', { action: word(locale, label).toLowerCase() })}
              </button>
            </div>
          </form>
        </details>
      ))}
    </>
  )
}
