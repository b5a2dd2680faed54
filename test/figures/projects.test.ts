import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../../forms/index.ts'
import { emptyRegions, projectFigures } from '../../src/figures/index.ts'
import type { Sketch } from '../../src/store/sketches.ts'
import { codes, mapped, projectSketches } from './project-sketches.ts'

type Told = {
  readonly status: string
  readonly answers: {
    readonly visibilite: string
    readonly couverture: string
    readonly zones?: readonly { readonly zone_region: string }[]
    readonly theme_principal: string
    readonly cible_total?: number
    readonly [name: string]: unknown
  }
}

/** Counted again by hand, from nothing but what the rules say. */
const published = (sketches: readonly Sketch[]) =>
  (sketches as unknown as readonly Told[]).filter(({ status }) => status === 'publiee')
const isPublic = ({ answers }: Told) => answers.visibilite === 'public'
const isIn = (region: string, { answers }: Told) =>
  answers.couverture === 'national' || (answers.zones ?? []).some((zone) => zone.zone_region === region)

const figuresOf = (sketches: readonly Sketch[]) => projectFigures(mapped(), catalogue.lists, sketches)

describe('figures of projects, counted again', () => {
  test('by region: those not shown to everyone are in the counts, and said to be', () => {
    fc.assert(
      fc.property(projectSketches, (sketches) => {
        const all = published(sketches)
        const { regions, withheld, whole } = figuresOf(sketches)
        expect(regions.map(({ choice, count, withheld }) => [choice.code, count, withheld])).toEqual(
          codes('regions').map((code) => {
            const here = all.filter((one) => isIn(code, one))
            return [code, here.length, here.filter((one) => !isPublic(one)).length]
          }),
        )
        expect(withheld).toBe(all.filter((one) => !isPublic(one)).length)
        expect(whole).toBe(all.filter(({ answers }) => answers.couverture === 'national').length)
      }),
    )
  })

  test('regions without any are those that nobody works in', () => {
    fc.assert(
      fc.property(projectSketches, (sketches) => {
        const empty = emptyRegions(figuresOf(sketches)).map(({ code }) => code)
        expect(empty).toEqual(
          codes('regions').filter((code) => !published(sketches).some((one) => isIn(code, one))),
        )
      }),
    )
  })

  test('by theme and in the cross table: those shown to everyone alone, by their main theme', () => {
    fc.assert(
      fc.property(projectSketches, (sketches) => {
        const shown = published(sketches).filter(isPublic)
        const { breakdowns, cross, shown: number } = figuresOf(sketches)
        const byTheme = breakdowns[0]?.counts.map(({ choice, count }) => [choice.code, count])
        expect(number).toBe(shown.length)
        expect(byTheme).toEqual(
          codes('themes').map((code) => [
            code,
            shown.filter(({ answers }) => answers.theme_principal === code).length,
          ]),
        )
        expect(cross.map(({ counts }) => counts)).toEqual(
          codes('themes').map((theme) =>
            codes('regions').map(
              (region) =>
                shown.filter((one) => one.answers.theme_principal === theme && isIn(region, one)).length,
            ),
          ),
        )
      }),
    )
  })

  test('by stage, network, target group and status: one in each of what it answers', () => {
    fc.assert(
      fc.property(projectSketches, (sketches) => {
        const shown = published(sketches).filter(isPublic)
        const { breakdowns } = figuresOf(sketches)
        const others = {
          etapes: 'etapes',
          org_reseaux: 'reseaux',
          publics: 'publics',
          projet_statut: 'statuts_projet',
        }
        for (const [name, list] of Object.entries(others)) {
          const counts = breakdowns.find(({ field }) => field.name === name)?.counts
          expect(counts?.map(({ count }) => count)).toEqual(
            codes(list).map(
              (code) => shown.filter(({ answers }) => [answers[name]].flat().includes(code)).length,
            ),
          )
        }
      }),
    )
  })

  test('of people: a number below five is neither added nor counted', () => {
    fc.assert(
      fc.property(projectSketches, (sketches) => {
        const numbers = published(sketches)
          .filter(isPublic)
          .map(({ answers }) => answers.cible_total)
          .filter((number) => number !== undefined && number >= 5)
        const people = figuresOf(sketches).people.find(({ field }) => field.name === 'cible_total')
        expect(people?.given).toBe(numbers.length)
        expect(people?.sum).toBe(numbers.reduce<number>((sum, number) => sum + (number ?? 0), 0))
      }),
    )
  })

  test('what is not shown to everyone changes regions and nothing else', () => {
    fc.assert(
      fc.property(projectSketches, (sketches) => {
        const open = (sketches as unknown as readonly Told[]).filter(isPublic) as unknown as readonly Sketch[]
        const { regions: _, withheld: __, whole: ___, ...others } = figuresOf(sketches)
        const { regions: ____, withheld: _____, whole: ______, ...expected } = figuresOf(open)
        expect(others).toEqual(expected)
      }),
    )
  })
})
