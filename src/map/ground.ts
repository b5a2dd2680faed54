import type { Ground } from '../form/definition/index.ts'

export type Point = { readonly x: number; readonly y: number }
export type Box = Point & { readonly width: number; readonly height: number }

/** Where a place (degrees, WGS 84) is on the ground, in its units. */
export const project = (ground: Ground, lat: number, lon: number): Point => ({
  x: (lon - ground.west) * ground.perLongitude,
  y: (ground.north - lat) * ground.perLatitude,
})

/** The box around an outline: a path of absolute starts (M), relative lines (l) and closings (z). */
export function boxOf(path: string): Box {
  const corners = cornersOf(path)
  const [x, y] = [Math.min(...corners.map((one) => one.x)), Math.min(...corners.map((one) => one.y))]
  const width = Math.max(...corners.map((one) => one.x)) - x
  return { x, y, width, height: Math.max(...corners.map((one) => one.y)) - y }
}

/** The corners of an outline, in order. */
export function cornersOf(path: string): readonly Point[] {
  let here: Point = { x: 0, y: 0 }
  return [...path.matchAll(/([Ml])([^Mlz]*)/g)].flatMap(([, command, rest = '']) => {
    const numbers = (rest.match(/-?[\d.]+/g) ?? []).map(Number)
    return Array.from({ length: numbers.length / 2 }, (_, index) => {
      const [x = 0, y = 0] = numbers.slice(2 * index, 2 * index + 2)
      here = command === 'M' ? { x, y } : { x: here.x + x, y: here.y + y }
      return here
    })
  })
}

/** The outline as many times as large, its box beginning at `room` on both sides. */
export function enlarged(path: string, scale: number, room: number): string {
  const { x, y } = boxOf(path)
  return path.replace(/([Ml])([^Mlz]*)/g, (_, command: string, rest: string) => {
    const numbers = (rest.match(/-?[\d.]+/g) ?? []).map((text, index) => {
      const from = command === 'l' ? 0 : index % 2 === 0 ? x : y
      return ((Number(text) - from) * scale + (command === 'l' ? 0 : room)).toFixed(1)
    })
    return command + numbers.join(' ')
  })
}
