import type { Child } from 'hono/jsx'
import type { Circle } from '../../map/circles.ts'
import type { RegionTally } from '../../map/tally.ts'
import { formatNumber } from '../format.ts'
import { addressOf } from './question.ts'
import { type MapView, placeText, regionLabel } from './view.ts'

type RegionProps = {
  readonly view: MapView
  readonly region: RegionTally
  /** Whether its records are those listed below. */
  readonly isHere: boolean
  /** What it is called, when not by its name. */
  readonly name?: string
  readonly children: Child
}

/** Around what is drawn of a region. */
export function RegionLink({ view, region, isHere, name, children }: RegionProps) {
  return (
    <a
      href={addressOf(view.question, region.code)}
      aria-label={placeText(view, name ?? regionLabel(view, region.code), region)}
      aria-current={isHere ? 'true' : undefined}
    >
      {children}
    </a>
  )
}

/** What the links and the table say, drawn. */
export function Unspoken({ kind, children }: { kind: 'discs' | 'names'; children: Child }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing drawn in it takes the focus
    <g class={kind} aria-hidden="true">
      {children}
    </g>
  )
}

/** One digit after the point is a tenth of a pixel: less is not seen, and weighs. */
export const short = (number: number): string => String(Math.round(number * 10) / 10)

/** Below this radius a number does not fit. */
const roomy = 6

/** Departments; what they say is in the table for who does not see them. */
export function Discs({ circles }: { circles: readonly Circle[] }) {
  return (
    <Unspoken kind="discs">
      {circles.map(({ x, y, radius }) => (
        <circle cx={short(x)} cy={short(y)} r={short(radius)} />
      ))}
      {circles.map(({ x, y, radius, count }) =>
        radius < roomy ? (
          <text class="beside" x={short(x + radius + 1.5)} y={short(y + 3)}>
            {count}
          </text>
        ) : (
          <text class="in" x={short(x)} y={short(y + 3)}>
            {count}
          </text>
        ),
      )}
    </Unspoken>
  )
}

type LabelProps = {
  readonly view: MapView
  readonly code: string
  readonly count: number
  readonly x: number
  readonly y: number
}

/** A region's number above its name. */
export function Label({ view, code, count, x, y }: LabelProps) {
  return (
    <text x={x} y={y}>
      <tspan class="number">{formatNumber(count, view.locale)}</tspan>
      <tspan x={x} dy="1em">
        {regionLabel(view, code)}
      </tspan>
    </text>
  )
}
