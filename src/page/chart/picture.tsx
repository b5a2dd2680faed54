import type { Child } from 'hono/jsx'

/** The width of every chart in its own units: about that of a phone, so that its letters are as large as the page's. */
export const width = 360

type Props = {
  /** Unique on the page. */
  readonly id: string
  readonly title: string
  readonly description: string
  readonly height: number
  readonly children: Child
}

/** A drawing that says what it is. What is drawn is for the eye: a table beside it says the same to everyone. */
export function Picture({ id, title, description, height, children }: Props) {
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`${id}-t ${id}-d`} font-size="14">
      <title id={`${id}-t`}>{title}</title>
      <desc id={`${id}-d`}>{description}</desc>
      {children}
    </svg>
  )
}

/** How an area is filled: a colour and a drawing, so that no colour alone tells two areas apart. */
export type Fill = {
  readonly ink: string
  readonly paper: string
  readonly drawing: string | null
  /** Whether letters on it are white. */
  readonly isDark: boolean
}

export const fills = {
  solid: { ink: '#1f4e5f', paper: '#1f4e5f', drawing: null, isDark: true },
  hatched: { ink: '#1f4e5f', paper: '#fff', drawing: 'M-1 1l2-2M0 8l8-8M7 9l2-2', isDark: false },
  good: { ink: '#1c6b3a', paper: '#1c6b3a', drawing: null, isDark: true },
  half: { ink: '#a8480f', paper: '#fdf1e7', drawing: 'M-1 1l2-2M0 8l8-8M7 9l2-2', isDark: false },
  bad: { ink: '#b3261e', paper: '#fff', drawing: 'M0 0l8 8M8 0l-8 8', isDark: false },
  later: { ink: '#4d5b61', paper: '#e8f0f2', drawing: 'M0 2h8M0 6h8', isDark: false },
  blank: { ink: '#4d5b61', paper: '#fff', drawing: null, isDark: false },
} as const satisfies Record<string, Fill>

/** The drawings of these fills, under names of their own. */
export function Fills({ id, of }: { id: string; of: readonly Fill[] }) {
  return (
    <defs>
      {of.map(({ ink, paper, drawing }, at) =>
        drawing === null ? null : (
          <pattern id={`${id}-${at}`} width="8" height="8" patternUnits="userSpaceOnUse">
            <path fill={paper} d="M0 0h8v8H0z" />
            <path stroke={ink} stroke-width="1.5" d={drawing} />
          </pattern>
        ),
      )}
    </defs>
  )
}

/** What an area has to be drawn with, its fill being one of those of `Fills`. */
export const filled = (id: string, { ink, paper, drawing }: Fill, at: number) => ({
  fill: drawing === null ? paper : `url(#${id}-${at})`,
  stroke: ink,
})

/** Letters that can be read on a drawing below them. */
export const legible = { stroke: '#fff', 'stroke-width': 3, 'paint-order': 'stroke' } as const
export const white = { fill: '#fff' } as const
