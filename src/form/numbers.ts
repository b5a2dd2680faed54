import type { Locale } from './text.ts'

const tags = { fr: 'fr-FR', en: 'en-GB' } as const satisfies Record<Locale, string>
// Made when first asked for: the two together were half of the Worker's start-up.
const formats = new Map<Locale, Intl.NumberFormat>()

/** "1 500 000,5" with narrow no-break spaces, or "1,500,000.5". */
export function formatNumber(value: number, locale: Locale): string {
  const format = formats.get(locale) ?? new Intl.NumberFormat(tags[locale], { maximumFractionDigits: 10 })
  formats.set(locale, format)
  return format.format(value)
}
