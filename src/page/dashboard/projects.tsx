import { type Breakdown, emptyRegions, type ProjectFigures } from '../../figures/index.ts'
import { formatNumber } from '../../form/numbers.ts'
import type { Locale } from '../../form/text.ts'
import { type Bar, Bars } from '../chart/bars.tsx'
import { Chart } from '../chart/chart.tsx'
import { CrossTable } from '../chart/cross-table.tsx'
import { fills } from '../chart/picture.tsx'
import { word } from '../words.ts'
import { counted } from './counted.ts'
import { describedBars } from './described.ts'

type Props = { readonly figures: ProjectFigures; readonly locale: Locale }

/** Where projects are, what they are about and for whom. */
export function Projects({ figures, locale }: Props) {
  const { form, regions, breakdowns, cross, people } = figures
  const [first] = breakdowns
  return (
    <>
      <section class="figures" aria-labelledby={`${form.id}:regions`}>
        <h2 id={`${form.id}:regions`}>{word(locale, 'dashRegions')}</h2>
        <Regions figures={figures} locale={locale} />
      </section>
      <section class="figures" aria-labelledby={`${form.id}:projects`}>
        <h2 id={`${form.id}:projects`}>{word(locale, 'dashProjects')}</h2>
        {breakdowns.map((breakdown) => (
          <By breakdown={breakdown} form={form.id} locale={locale} />
        ))}
        {first === undefined ? null : (
          <CrossTable
            id={`${form.id}:cross`}
            title={word(locale, 'dashCross', { what: said(first, locale) })}
            corner={first.filter.label[locale]}
            columns={regions.map(({ choice }) => choice.label[locale])}
            rows={cross.map(({ choice, counts }) => ({ label: choice.label[locale], counts }))}
          />
        )}
      </section>
      {people.length === 0 ? null : <People figures={figures} locale={locale} />}
    </>
  )
}

function Regions({ figures, locale }: Props) {
  const { form, regions, whole, withheld } = figures
  const bars = regions.map(
    ({ choice, count, withheld }): Bar => ({
      label: choice.label[locale],
      parts: [count - withheld, withheld],
      text: String(count),
    }),
  )
  const title = word(locale, 'dashRegions')
  const parts = [
    { fill: fills.solid, label: word(locale, 'dashIsShown') },
    { fill: fills.hatched, label: word(locale, 'dashIsWithheld') },
  ]
  const empty = emptyRegions(figures).map(({ label }) => label[locale])
  return (
    <>
      <Chart
        title={title}
        note={word(locale, 'dashRegionsWhy')}
        locale={locale}
        columns={[word(locale, 'dashRegion'), word(locale, 'dashProjects')]}
        rows={bars.map(({ label, text }) => [label, text])}
      >
        <Bars
          id={`${form.id}:r`}
          title={title}
          description={describedBars(bars, locale)}
          bars={withheld === 0 ? bars.map((bar) => ({ ...bar, parts: bar.parts.slice(0, 1) })) : bars}
          parts={withheld === 0 ? parts.slice(0, 1) : parts}
        />
      </Chart>
      {whole === 0 ? null : <p>{counted(locale, 'dashWhole', whole)}</p>}
      {withheld === 0 ? null : <p>{counted(locale, 'dashWithheld', withheld)}</p>}
      <p>
        {empty.length === 0
          ? word(locale, 'dashNoneEmpty')
          : counted(locale, 'dashEmpty', empty.length, {
              regions: new Intl.ListFormat(locale).format(empty),
            })}
      </p>
    </>
  )
}

/** "thème", as a sentence goes on with it. */
const said = ({ filter: { label } }: Breakdown, locale: Locale): string =>
  label[locale].charAt(0).toLocaleLowerCase(locale) + label[locale].slice(1)

/** What a number of the breakdown counts, where that is not plain. */
function noteOf({ filter, field }: Breakdown, locale: Locale): string {
  if (field.type === 'select_multiple') return word(locale, 'dashSeveral')
  return filter.fields.length > 1 ? word(locale, 'dashByFirst', { label: field.label[locale] }) : ''
}

type ByProps = { readonly breakdown: Breakdown; readonly form: string; readonly locale: Locale }

function By({ breakdown, form, locale }: ByProps) {
  const { filter, counts } = breakdown
  const bars = counts.map(
    ({ choice, count }): Bar => ({ label: choice.label[locale], parts: [count], text: String(count) }),
  )
  const title = word(locale, 'dashBy', { what: said(breakdown, locale) })
  return (
    <Chart
      title={title}
      headed
      note={noteOf(breakdown, locale)}
      locale={locale}
      columns={[filter.label[locale], word(locale, 'dashProjects')]}
      rows={bars.map(({ label, text }) => [label, text])}
    >
      <Bars
        id={`${form}:${filter.name}`}
        title={title}
        description={describedBars(bars, locale)}
        bars={bars}
        parts={[{ fill: fills.solid, label: '' }]}
      />
    </Chart>
  )
}

function People({ figures: { form, people }, locale }: Props) {
  const bars = people.map(
    ({ field, sum }): Bar => ({ label: field.label[locale], parts: [sum], text: formatNumber(sum, locale) }),
  )
  const title = word(locale, 'dashPeople')
  return (
    <section class="figures" aria-labelledby={`${form.id}:people`}>
      <h2 id={`${form.id}:people`}>{title}</h2>
      <Chart
        title={title}
        note={word(locale, 'dashPeopleWhy')}
        locale={locale}
        columns={[title, word(locale, 'dashNumber'), word(locale, 'dashGiven')]}
        rows={people.map(({ given }, at) => [bars[at]?.label ?? '', bars[at]?.text ?? '', given])}
      >
        <Bars
          id={`${form.id}:p`}
          title={title}
          description={describedBars(bars, locale)}
          bars={bars}
          parts={[{ fill: fills.solid, label: '' }]}
        />
      </Chart>
    </section>
  )
}
