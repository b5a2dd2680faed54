import type { Locale, Text } from '../form/text.ts'
import type { Change, Part } from './compare.ts'

const words = {
  none: { fr: 'Le texte est le même.', en: 'The text is the same.' },
  deleted: { fr: 'Retiré\u00a0:', en: 'Removed:' },
  inserted: { fr: 'Ajouté\u00a0:', en: 'Added:' },
} as const satisfies Record<string, Text>

/** What changed, change by change: marked as insertions and deletions, and said in words to whoever cannot see marks. */
export function DifferenceView({ changes, locale }: { changes: readonly Change[]; locale: Locale }) {
  if (changes.length === 0) return <p>{words.none[locale]}</p>
  return (
    <ol class="changes">
      {changes.map(({ where, parts }) => (
        <li lang="fr">
          <p class="hint">{where}</p>
          <p class="cell">
            {parts.map((part) => (
              <PartView part={part} locale={locale} />
            ))}
          </p>
        </li>
      ))}
    </ol>
  )
}

function PartView({ part: { kind, text }, locale }: { part: Part; locale: Locale }) {
  if (kind === 'same') return <>{text}</>
  const said = <span class="hidden">{words[kind][locale]} </span>
  return kind === 'inserted' ? (
    <ins>
      {said}
      {text}
    </ins>
  ) : (
    <del>
      {said}
      {text}
    </del>
  )
}
