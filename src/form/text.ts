/** The languages of the interface; French is the original, English complete. */
export const locales = ['fr', 'en'] as const
export type Locale = (typeof locales)[number]

/** One sentence or label in every language of the interface. */
export type Text = { readonly fr: string; readonly en: string }

/** The text in one language. */
export const inLocale = (text: Text, locale: Locale): string => text[locale]
