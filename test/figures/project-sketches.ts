import fc from 'fast-check'
import { catalogue } from '../../forms/index.ts'
import type { Form } from '../../src/form/definition/index.ts'
import { findForm } from '../../src/form/index.ts'
import { isMapped, type Mapped } from '../../src/map/places.ts'
import type { Sketch } from '../../src/store/sketches.ts'

export function formOf(id: string): Form {
  const form = findForm(catalogue, id)
  if (!form) throw new Error(id)
  return form
}

export function mapped(): Mapped {
  const form = formOf('fiche-projet')
  if (!isMapped(form)) throw new Error('the project sheet has no map')
  return form
}

export const codes = (list: string): readonly string[] =>
  (catalogue.lists[list] ?? []).map(({ code }) => code)
const some = (list: string) => fc.subarray([...codes(list)])
const one = (list: string) => fc.constantFrom(...codes(list))
const zone = fc.record({ zone_region: one('regions') })

/** Live records of project sheets in every state, of every visibility, here and there or about the whole country. */
export const projectSketches: fc.Arbitrary<readonly Sketch[]> = fc
  .array(
    fc.record({
      status: fc.constantFrom('recue', 'a_verifier', 'validee', 'publiee', 'publiee', 'publiee', 'archivee'),
      answers: fc.oneof(
        answersOf({ couverture: fc.constant('zones'), zones: fc.array(zone, { maxLength: 4 }) }),
        answersOf({ couverture: fc.constantFrom('national', 'hors_senegal') }),
      ),
    }),
    { maxLength: 30 },
  )
  .map((list) =>
    list.map((record, at) => ({ ...record, form: 'fiche-projet', number: at + 1 }) as unknown as Sketch),
  )

function answersOf(places: Record<string, fc.Arbitrary<unknown>>) {
  const required = {
    org_nom: fc.constantFrom('OR-0001', 'OR-0002', 'Écoute exemple', 'Une autre'),
    visibilite: fc.constantFrom('public', 'public', 'membres', 'coordination'),
    theme_principal: one('themes'),
    etapes: some('etapes'),
    org_reseaux: some('reseaux'),
    publics: some('publics'),
    projet_statut: one('statuts_projet'),
    ...places,
  }
  return fc.record(
    { ...required, cible_total: fc.nat({ max: 12 }), atteint_total: fc.nat({ max: 12 }) },
    { requiredKeys: Object.keys(required) as never },
  )
}
