import type { ChoiceLists } from '../form/definition/index.ts'
import { findField } from '../form/index.ts'
import type { Text } from '../form/text.ts'
import { type Point, project } from './ground.ts'
import type { Mapped } from './places.ts'

/** A department and how many records are in it, as a circle whose area grows as the number does. */
export type Circle = Point & {
  readonly code: string
  readonly label: Text
  /** The code of its region. */
  readonly region: string
  readonly count: number
  readonly radius: number
}

/** The radius of the largest number's circle, in units of the ground; of this number, when all are smaller. */
export const widest = 13
const large = 8

/** The largest number first, so that no circle hides a smaller one. */
export function circlesOf(
  form: Mapped,
  lists: ChoiceLists,
  counts: ReadonlyMap<string, number>,
): readonly Circle[] {
  const largest = Math.max(large, ...counts.values())
  const departments = lists[findField(form, form.map.department)?.choices ?? ''] ?? []
  return departments
    .flatMap(({ code, label, attributes: { region = '', lat, lon } }) => {
      const count = counts.get(code) ?? 0
      if (count === 0) return []
      const point = project(form.map.ground, Number(lat), Number(lon))
      return [{ code, label, region, count, radius: radiusOf(count, largest), ...point }]
    })
    .toSorted((one, other) => other.count - one.count)
}

/** Twice the number is twice the area. */
export const radiusOf = (count: number, largest: number): number => widest * Math.sqrt(count / largest)
