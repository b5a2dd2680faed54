import { frenchSpaces } from '../form/index.ts'
import type { Locale } from '../form/text.ts'

/** What the mirror says, which is French whatever the page's language: marked as such, so that it is read out right. */
export function InFrench({ text, locale }: { text: string; locale: Locale }) {
  return <span lang={locale === 'fr' ? undefined : 'fr'}>{frenchSpaces(text)}</span>
}
