import type { Locale } from './text.ts'

const options = { maximumFractionDigits: 10 } as const
const formats = {
  fr: new Intl.NumberFormat('fr-FR', options),
  en: new Intl.NumberFormat('en-GB', options),
} as const satisfies Record<Locale, Intl.NumberFormat>

/** "1 500 000,5" with narrow no-break spaces, or "1,500,000.5". */
export const formatNumber = (value: number, locale: Locale): string => formats[locale].format(value)
