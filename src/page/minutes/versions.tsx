import type { Locale } from '../../form/text.ts'
import type { StoredVersion } from '../../store/versions.ts'
import { formatMoment } from '../format.ts'
import { word } from '../words.ts'
import type { Published } from './published.ts'

type VersionsProps = {
  readonly path: string
  /** The newest first. */
  readonly versions: readonly StoredVersion[]
  readonly locale: Locale
}

/** Every version, and what each changed of the one before; nothing when there is only one. */
export function Versions({ path, versions, locale }: VersionsProps) {
  if (versions.length < 2) return null
  return (
    <nav aria-labelledby="page-versions">
      <h2 id="page-versions">{word(locale, 'versions')}</h2>
      <ul>
        {versions.map(({ number, at }) => (
          <li>
            <a href={`${path}/versions/${number}`}>
              {word(locale, 'versionShort', { n: number, date: formatMoment(at, locale) })}
            </a>
            {number === 1 ? null : (
              <>
                {' – '}
                <a href={`${path}/versions/${number}/differences`}>
                  {word(locale, 'whatChanged', { before: number - 1, n: number })}
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}

type NeighboursProps = {
  /** In the order of their meetings. */
  readonly all: readonly Published[]
  readonly record: string
  readonly locale: Locale
}

/** The minutes of the meetings before and after. */
export function Neighbours({ all, record, locale }: NeighboursProps) {
  const at = all.findIndex((one) => one.record === record)
  const links = [
    { label: word(locale, 'previousMinutes'), one: all[at - 1], rel: 'prev' },
    { label: word(locale, 'nextMinutes'), one: all[at + 1], rel: 'next' },
  ]
  if (at === -1 || links.every(({ one }) => one === undefined)) return null
  return (
    <nav aria-label={word(locale, 'otherMinutes')}>
      <ul>
        {links.map(({ label, one, rel }) =>
          one === undefined ? null : (
            <li>
              {label}
              {locale === 'fr' ? '\u00a0' : ''}:{' '}
              <a rel={rel} href={`/comptes-rendus/${one.reference}`}>
                {one.title}
              </a>
            </li>
          ),
        )}
      </ul>
    </nav>
  )
}
