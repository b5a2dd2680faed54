import { tenth } from './bars.tsx'
import { legible, Picture, width } from './picture.tsx'

type Props = {
  readonly id: string
  readonly title: string
  readonly description: string
  /** What each point of time is called, and how much there is in it. */
  readonly points: readonly { readonly label: string; readonly value: number }[]
  /** Columns for what comes in each, a line in steps for what there is in all. */
  readonly as: 'columns' | 'steps'
}

const [top, plot, below] = [20, 96, 24]
const labels = 3

/** Numbers over time; a number is written wherever it says something new. */
export function Timeline({ id, title, description, points, as }: Props) {
  const step = width / Math.max(1, points.length)
  const most = Math.max(1, ...points.map(({ value }) => value))
  const heightOf = (value: number) => tenth((plot * value) / most)
  const base = top + plot
  const every = Math.ceil(points.length / labels)
  const told = points.map(({ value }, at) =>
    as === 'columns' ? value > 0 : value !== (points[at - 1]?.value ?? 0),
  )
  return (
    <Picture id={id} title={title} description={description} height={base + below}>
      {as === 'columns' ? (
        points.map(({ value }, at) =>
          value === 0 ? null : (
            <rect
              x={tenth(at * step + step * 0.15)}
              y={base - heightOf(value)}
              width={tenth(step * 0.7)}
              height={heightOf(value)}
              fill="#1f4e5f"
            />
          ),
        )
      ) : (
        <path
          fill="none"
          stroke="#a8480f"
          stroke-width="3"
          d={points
            .map(
              ({ value }, at) =>
                `${at === 0 ? 'M0 ' : 'V'}${base - heightOf(value)}H${tenth((at + 1) * step)}`,
            )
            .join('')}
        />
      )}
      <path stroke="#4d5b61" d={`M0 ${base}.5H${width}`} />
      {points.map(({ label, value }, at) => (
        <>
          {told[at] ? (
            <text
              x={tenth((at + 0.5) * step)}
              y={base - heightOf(value) - 5}
              font-size="13"
              font-weight="700"
              text-anchor="middle"
              {...legible}
            >
              {value}
            </text>
          ) : null}
          {at % every === 0 ? (
            <>
              <path stroke="#4d5b61" d={`M${tenth(at * step)} ${base}v5`} />
              <text x={tenth(at * step + 4)} y={base + 18} font-size="13">
                {label}
              </text>
            </>
          ) : null}
        </>
      ))}
    </Picture>
  )
}
