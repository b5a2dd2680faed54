import type { Catalogue } from '../../form/definition/index.ts'
import { findForm } from '../../form/index.ts'
import type { Locale } from '../../form/text.ts'
import { referenceOf } from '../../record/index.ts'
import type { LinkScope, LiveLink } from '../../store/links.ts'
import { formatMoment, formatNumber } from '../format.ts'
import { StackCell, StackRow, StackTable } from '../stack-table.tsx'
import { word } from '../words.ts'

/** The most links that are shown of a kind. */
export const mostLinks = 100

/** How many are shown at once; a campaign's many are unfolded. */
const mostOpen = 10

type Props = {
  readonly catalogue: Catalogue
  readonly links: readonly LiveLink[]
  /** What the records that links are for are called, by reference. */
  readonly names: ReadonlyMap<string, string>
  readonly locale: Locale
}

/** Who holds a live personal link, by what it is for, until when, and where it is renewed or withdrawn. */
export function LinksTable({ catalogue, links, names, locale }: Props) {
  if (links.length === 0) return <p>{word(locale, 'peopleNone')}</p>
  const labels = (['peopleHolder', 'peopleEnds', 'peopleWhere'] as const).map((key) => word(locale, key))
  return (
    <>
      {[...Map.groupBy(links, ({ scope }) => scope)].map(([scope, here]) => {
        const total = here[0]?.total ?? 0
        return (
          <>
            <h3>
              {word(locale, `peopleScope.${scope}`)} ({formatNumber(total, locale)})
            </h3>
            <details open={total <= mostOpen}>
              <summary>{word(locale, 'peopleList')}</summary>
              <StackTable labels={labels}>
                {here.map((link) => (
                  <Line catalogue={catalogue} link={link} names={names} locale={locale} />
                ))}
              </StackTable>
              {total > here.length ? (
                <p>{word(locale, 'peopleMore', { n: formatNumber(total - here.length, locale) })}</p>
              ) : null}
            </details>
          </>
        )
      })}
    </>
  )
}

type LineProps = Omit<Props, 'links'> & { readonly link: LiveLink }

function Line({
  catalogue,
  link: { form: id, number, scope, holder, expiresAt, answer },
  names,
  locale,
}: LineProps) {
  const form = findForm(catalogue, id)
  const reference = form ? referenceOf(form.prefix, number) : ''
  const name = names.get(holder)
  return (
    <StackRow head={name === undefined ? holder || word(locale, 'peopleShared') : `${name} (${holder})`}>
      <StackCell label={word(locale, 'peopleEnds')}>{formatMoment(expiresAt, locale)}</StackCell>
      <StackCell label={word(locale, 'peopleWhere')}>
        <a href={pageOf(scope, reference, answer)}>{reference}</a>
      </StackCell>
    </StackRow>
  )
}

/** The page of the console that makes and ends links like this one. @param meeting of the minutes that are written */
function pageOf(scope: LinkScope, reference: string, meeting: string | null): string {
  switch (scope) {
    case 'write':
      return `/coordination/rencontres/${meeting ?? reference}`
    case 'comment':
      return `/coordination/comptes-rendus/${reference}`
    case 'answer':
      return `/coordination/campagnes/${reference}`
  }
}
