import type { Child } from 'hono/jsx'
import type { Locale } from '../../form/text.ts'
import { word } from '../words.ts'

export type Cell = string | number

type Props = {
  readonly title: string
  /** Whether the title stands over the drawing; without, a heading above says it. */
  readonly headed?: boolean
  /** How to read it. */
  readonly note?: string
  readonly locale: Locale
  readonly columns: readonly string[]
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly Cell[])[]
  readonly total?: readonly Cell[] | undefined
  /** The drawing. */
  readonly children: Child
}

/** So many columns fit a phone; with more the table is moved sideways within the page. */
const mostOnPhone = 3

/** A drawing and beside it the table that says the same, open until somebody folds it. */
export function Chart({ title, headed, note, locale, columns, rows, total, children }: Props) {
  const table = (
    <table>
      <caption class="hidden">{title}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th scope="col">{column}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row cells={row} />
        ))}
      </tbody>
      {total === undefined ? null : (
        <tfoot>
          <Row cells={total} />
        </tfoot>
      )}
    </table>
  )
  return (
    <figure class="chart">
      {headed || note ? (
        <figcaption>
          {headed ? <h3>{title}</h3> : null}
          {note}
        </figcaption>
      ) : null}
      <div>{children}</div>
      <details open>
        <summary>{word(locale, 'dashTable')}</summary>
        {columns.length > mostOnPhone ? (
          <section class="scroll" aria-label={word(locale, 'dashTableOf', { title })} tabindex={0}>
            {table}
          </section>
        ) : (
          table
        )}
      </details>
    </figure>
  )
}

function Row({ cells: [head, ...cells] }: { cells: readonly Cell[] }) {
  return (
    <tr>
      <th scope="row">{head}</th>
      {cells.map((cell) => (
        <td>{cell}</td>
      ))}
    </tr>
  )
}
