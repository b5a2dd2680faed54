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

type Props = { readonly catalogue: Catalogue; readonly links: readonly LiveLink[]; readonly locale: Locale }

/** Who holds a live personal link, by what it is for, until when, and where it is renewed or withdrawn. */
export function LinksTable({ catalogue, links, locale }: Props) {
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
            <StackTable labels={labels}>
              {here.map((link) => {
                const form = findForm(catalogue, link.form)
                const reference = form ? referenceOf(form.prefix, link.number) : ''
                return (
                  <StackRow head={link.holder || word(locale, 'peopleShared')}>
                    <StackCell label={word(locale, 'peopleEnds')}>
                      {formatMoment(link.expiresAt, locale)}
                    </StackCell>
                    <StackCell label={word(locale, 'peopleWhere')}>
                      <a href={pageOf(scope, reference, link.answer)}>{reference}</a>
                    </StackCell>
                  </StackRow>
                )
              })}
            </StackTable>
            {total > here.length ? (
              <p>{word(locale, 'peopleMore', { n: formatNumber(total - here.length, locale) })}</p>
            ) : null}
          </>
        )
      })}
    </>
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
