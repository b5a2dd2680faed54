import { type Fill, Fills, filled, legible, Picture, white, width } from './picture.tsx'
import { wrapped } from './wrap.ts'

/** A bar in parts, one a fill, and what is written at its end. */
export type Bar = { readonly label: string; readonly parts: readonly number[]; readonly text: string }

type Props = {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly bars: readonly Bar[]
  /** What each part is; without words when there is one part, which needs no key. */
  readonly parts: readonly { readonly fill: Fill; readonly label: string }[]
}

/** Names as short as these stand beside their bars, longer ones above them. */
const shortName = 14
const beside = 104
const [digitWidth, gap] = [9, 6]
/** About as many letters as the width has room for. */
const lettersInLine = 48
const [lineHeight, barHeight, keyHeight] = [18, 16, 22]

/** Bars from left to right, each with its number; the words of a key are above them. */
export function Bars({ id, title, description, bars, parts }: Props) {
  const isShort = bars.every(({ label }) => label.length <= shortName)
  const left = isShort ? beside : 1
  const most = Math.max(1, ...bars.map(({ parts }) => sumOf(parts)))
  const atEnd = 2 * gap + digitWidth * Math.max(0, ...bars.map(({ text }) => text.length))
  const unit = (width - left - atEnd) / most
  const keys = parts.length < 2 ? [] : parts
  const rows = bars.map((bar) => ({ ...bar, lines: wrapped(bar.label, isShort ? shortName : lettersInLine) }))
  let y = Math.ceil(keys.length / 2) * keyHeight
  const drawn = rows.map(({ lines, ...bar }) => {
    const top = y
    const barTop = isShort ? top : top + lines.length * lineHeight
    y = barTop + barHeight + (isShort ? 8 : 10)
    return (
      <>
        {lines.map((line, at) => (
          <text
            x={isShort ? left - 8 : 0}
            y={top + 13 + at * lineHeight}
            text-anchor={isShort ? 'end' : undefined}
          >
            {line}
          </text>
        ))}
        {bar.parts.map((part, at) => {
          const fill = parts[at]?.fill
          if (part === 0 || !fill) return null
          const x = left + unit * sumOf(bar.parts.slice(0, at))
          return (
            <rect
              x={tenth(x)}
              y={barTop}
              width={tenth(unit * part)}
              height={barHeight}
              {...filled(id, fill, at)}
            />
          )
        })}
        {keys.length === 0 ? null : (
          <Numbers bar={bar} parts={parts} left={left} unit={unit} y={barTop + 13} />
        )}
        <text x={tenth(left + unit * sumOf(bar.parts) + gap)} y={barTop + 13} font-weight="700">
          {bar.text}
        </text>
      </>
    )
  })
  return (
    <Picture id={id} title={title} description={description} height={y}>
      <Fills id={id} of={parts.map(({ fill }) => fill)} />
      {keys.map(({ fill, label }, at) => (
        <>
          <rect
            x={(at % 2) * (width / 2) + 1}
            y={Math.floor(at / 2) * keyHeight + 1}
            width="16"
            height="12"
            {...filled(id, fill, at)}
          />
          <text x={(at % 2) * (width / 2) + 24} y={Math.floor(at / 2) * keyHeight + 12} font-size="13">
            {label}
          </text>
        </>
      ))}
      {drawn}
    </Picture>
  )
}

type NumbersProps = {
  readonly bar: Omit<Bar, 'label'>
  readonly parts: Props['parts']
  readonly left: number
  readonly unit: number
  readonly y: number
}

/** The number of each part on it, where there is room for its digits. */
function Numbers({ bar: { parts }, parts: keys, left, unit, y }: NumbersProps) {
  return (
    <>
      {parts.map((part, at) =>
        part === 0 || unit * part < digitWidth * String(part).length ? null : (
          <text
            x={tenth(left + unit * (sumOf(parts.slice(0, at)) + part / 2))}
            y={y}
            font-size="13"
            text-anchor="middle"
            {...(keys[at]?.fill.isDark ? white : legible)}
          >
            {part}
          </text>
        ),
      )}
    </>
  )
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0)

/** Coordinates to a tenth of a unit: less to send, and nobody sees the difference. */
export const tenth = (value: number): number => Math.round(value * 10) / 10
