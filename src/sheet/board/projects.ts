import { emptyRegions, hasCode, projectFigures } from '../../figures/index.ts'
import type { Catalogue } from '../../form/definition/index.ts'
import { isMapped, type Mapped, placesOf } from '../../map/places.ts'
import type { Sketch } from '../../store/sketches.ts'
import { type BoardRow, boardKey } from './board.ts'
import { listed } from './shown.ts'

/**
 * How many records there are in each region and of each choice of the map's first filter, as the public page counts
 * them, and beside it how many were received, in whichever state; then the regions without any.
 */
export const projectRows = (catalogue: Catalogue, sketches: readonly Sketch[]): readonly BoardRow[] =>
  catalogue.forms.filter(isMapped).flatMap((form) =>
    formRows(
      catalogue,
      form,
      sketches.filter((one) => one.form === form.id),
    ),
  )

function formRows(catalogue: Catalogue, form: Mapped, live: readonly Sketch[]): readonly BoardRow[] {
  const { lists } = catalogue
  const figures = projectFigures(form, lists, live)
  const places = live.map(({ answers }) => placesOf(form, lists, answers).regions)
  const empty = emptyRegions(figures).map(({ label }) => label.fr)
  const [first] = figures.breakdowns
  const name = first?.field.name ?? ''
  return [
    ...figures.regions.map(
      ({ choice: { code, label }, count }): BoardRow => ({
        key: boardKey('region', form.id, code),
        cells: [
          'Projets par région',
          label.fr,
          count,
          received(places.filter((regions) => regions.has(code)).length),
        ],
      }),
    ),
    {
      key: boardKey('regions', form.id),
      cells: ['Régions sans projet', form.sheet.tab, empty.length, listed(empty)],
    },
    ...(first?.counts ?? []).map(
      ({ choice: { code, label }, count }): BoardRow => ({
        key: boardKey('filter', form.id, code),
        cells: [
          `Projets par ${first?.filter.label.fr.toLocaleLowerCase('fr')}`,
          label.fr,
          count,
          received(live.filter((record) => hasCode(record, name, code)).length),
        ],
      }),
    ),
  ]
}

/** The number beside the published one. */
const received = (count: number): string => `fiches reçues (tous statuts)\u00a0: ${count}`
