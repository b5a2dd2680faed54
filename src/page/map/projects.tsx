import { word } from '../words.ts'
import { Project } from './project.tsx'
import { addressOf, elsewhere } from './question.ts'
import { type MapView, placeText, regionLabel } from './view.ts'

/** As many as a page of 14 KB has room for, each with what everyone may read of it. */
const perPage = 8

/** The records of the region asked for, or all that pass the filters. */
export function Projects({ view }: { view: MapView }) {
  const { locale, question, tally } = view
  const { region, asked } = question
  if (region === null && Object.keys(asked).length === 0)
    return (
      <p id="region" class="choose">
        {word(locale, 'mapChoose')}
      </p>
    )
  const all = { count: tally.records.length, withheld: 0, records: tally.records }
  const place =
    region === null
      ? all
      : region === elsewhere
        ? tally.elsewhere
        : (tally.regions.find(({ code }) => code === region) ?? all)
  const name =
    region === null ? null : region === elsewhere ? word(locale, 'mapElsewhere') : regionLabel(view, region)
  const pages = Math.max(1, Math.ceil(place.records.length / perPage))
  const page = Math.min(question.page, pages)
  const from = (page - 1) * perPage
  const shown = place.records.slice(from, from + perPage)
  return (
    <section id="region" aria-labelledby="region-title">
      <h2 id="region-title">
        {name === null ? word(locale, 'mapProjects') : word(locale, 'mapProjectsOf', { region: name })}
      </h2>
      <p>
        {placeText(view, name ?? word(locale, 'mapProjects'), place)}.{' '}
        {place.withheld > 0 ? word(locale, 'mapNotListed') : ''}
      </p>
      <ul class="cards projects">
        {shown.map((record) => (
          <Project view={view} record={record} />
        ))}
      </ul>
      {pages === 1 ? null : (
        <nav class="actions" aria-labelledby="region-title">
          {page > 1 ? <a href={addressOf(question, region, page - 1)}>{word(locale, 'mapBefore')}</a> : null}
          <span>
            {word(locale, 'mapShown', {
              from: from + 1,
              to: from + shown.length,
              total: place.records.length,
            })}
          </span>
          {page < pages ? (
            <a href={addressOf(question, region, page + 1)}>{word(locale, 'mapAfter')}</a>
          ) : null}
        </nav>
      )}
    </section>
  )
}
