import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ficheProjet } from '../../forms/fiche-projet.ts'
import { catalogue } from '../../forms/index.ts'
import { circlesOf, radiusOf, widest } from '../../src/map/circles.ts'
import { classesOf, levelOf } from '../../src/map/classes.ts'
import { boxOf, cornersOf, enlarged, project } from '../../src/map/ground.ts'
import { isMapped } from '../../src/map/places.ts'

const form = ficheProjet
if (!isMapped(form)) throw new Error('project sheets are on the map')
const { ground } = form.map
const { regions = [], departements = [] } = catalogue.lists

describe('classes', () => {
  const counts = fc.array(fc.nat(400), { maxLength: 14 })

  test('are at most four, follow each other, and every number but zero is in one', () => {
    fc.assert(
      fc.property(counts, (all) => {
        const classes = classesOf(all)
        expect(classes.length).toBe(Math.min(4, new Set(all.filter((count) => count > 0)).size))
        classes.forEach(({ from, to }, index) => {
          expect(from).toBeLessThanOrEqual(to)
          expect(from).toBeGreaterThan(classes[index - 1]?.to ?? 0)
        })
        for (const count of all) {
          const level = levelOf(classes, count)
          expect(level === 0).toBe(count === 0)
          if (level > 0) expect(classes[level - 1]?.to).toBeGreaterThanOrEqual(count)
        }
      }),
    )
  })

  test('leave the capital alone, and still tell the others apart', () => {
    const classes = classesOf([45, 10, 10, 8, 8, 9, 5, 6, 5, 2, 0])
    expect(classes.at(-1)).toEqual({ from: 45, to: 45 })
    expect(classes).toHaveLength(4)
    expect(levelOf(classes, 2)).not.toBe(levelOf(classes, 10))
  })

  test('are none where nothing is', () => expect(classesOf([0, 0])).toEqual([]))
})

describe('discs', () => {
  test('have an area that grows as the number does', () => {
    const number = fc.integer({ min: 1, max: 500 })
    fc.assert(
      fc.property(number, number, number, (one, other, largest) => {
        const [first, second] = [one, other].map((count) => radiusOf(count, largest) ** 2)
        expect((first ?? 0) / (second ?? 1)).toBeCloseTo(one / other)
      }),
    )
    expect(radiusOf(40, 40)).toBe(widest)
  })

  test('are drawn for departments with records, large ones first, and none is wider than the widest', () => {
    const circles = circlesOf(
      form,
      catalogue.lists,
      new Map([
        ['SN0101', 3],
        ['SN0703', 60],
      ]),
    )
    expect(circles.map(({ code, region, count }) => [code, region, count])).toEqual([
      ['SN0703', 'SN07', 60],
      ['SN0101', 'SN01', 3],
    ])
    expect(circles[0]?.radius).toBe(widest)
  })

  test('of a handful are no larger than a handful', () => {
    const [only] = circlesOf(form, catalogue.lists, new Map([['SN0101', 1]]))
    expect(only?.radius).toBeLessThan(widest / 2)
  })
})

describe('the ground', () => {
  test('has an outline for each region', () => {
    expect(Object.keys(ground.outlines).toSorted()).toEqual(regions.map(({ code }) => code))
  })

  test.each(departements)('$label.fr stands in its region', ({ attributes: { region = '', lat, lon } }) => {
    const box = boxOf(ground.outlines[region]?.path ?? '')
    const { x, y } = project(ground, Number(lat), Number(lon))
    expect(x).toBeGreaterThan(box.x)
    expect(x).toBeLessThan(box.x + box.width)
    expect(y).toBeGreaterThan(box.y)
    expect(y).toBeLessThan(box.y + box.height)
  })

  test('can be enlarged, and keeps its shape', () => {
    const path = 'M10 20l5 0 0-4zM30 40l-2 2z'
    expect(cornersOf(path)).toEqual([
      { x: 10, y: 20 },
      { x: 15, y: 20 },
      { x: 15, y: 16 },
      { x: 30, y: 40 },
      { x: 28, y: 42 },
    ])
    expect(boxOf(path)).toEqual({ x: 10, y: 16, width: 20, height: 26 })
    expect(boxOf(enlarged(path, 3, 7))).toEqual({ x: 7, y: 7, width: 60, height: 78 })
  })
})
