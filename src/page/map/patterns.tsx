/**
 * The ground of each class, from none to the most: every one with a pattern of its own, so that they differ without
 * colour and on paper. The colours are the stylesheet's, which may not point to a pattern.
 */
export function Patterns() {
  return (
    <defs>
      {drawings.map((drawing, level) => (
        <pattern id={`map-${level}`} class={`m${level}`} width="8" height="8" patternUnits="userSpaceOnUse">
          <rect width="8" height="8" />
          <path d={drawing} />
        </pattern>
      ))}
    </defs>
  )
}

/** Points, wide lines, upright lines, slanting lines, a grid. */
const drawings = [
  'M2 2h.8M6 6h.8',
  'M0 4h8',
  'M2 0v8M6 0v8',
  'M-2 2l4-4M0 8l8-8M6 10l4-4M-2 6l8-8M2 10l8-8',
  'M0 2h8M0 6h8M2 0v8M6 0v8',
]

/** How a shape is filled with a class. */
export const fillOf = (level: number): string => `url(#map-${level})`
