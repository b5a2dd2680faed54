import type { Locale } from '../../form/text.ts'
import type { Bar } from '../chart/bars.tsx'
import { word } from '../words.ts'

/** What a drawing shows in one sentence: its largest number. */
export function described(
  of: readonly { readonly label: string; readonly value: number }[],
  locale: Locale,
): string {
  const most = of.reduce((one, other) => (other.value > one.value ? other : one), { label: '', value: 0 })
  return most.value === 0
    ? word(locale, 'dashNothing')
    : word(locale, 'dashDescription', { label: most.label, n: most.value })
}

/** The same of bars, whose number is all their parts. */
export const describedBars = (bars: readonly Bar[], locale: Locale): string =>
  described(
    bars.map(({ label, parts }) => ({ label, value: parts.reduce((sum, part) => sum + part, 0) })),
    locale,
  )
