import type { Child } from 'hono/jsx'
import { roles } from '../document/table-roles.ts'

/** A table of which a phone shows each row as a card. */
export function StackTable({
  labels,
  caption,
  children,
}: {
  labels: readonly string[]
  caption?: string
  children: Child
}) {
  return (
    <table class="stack log" {...roles.table}>
      {caption === undefined ? null : <caption>{caption}</caption>}
      <thead {...roles.group}>
        <tr {...roles.row}>
          {labels.map((label) => (
            <th scope="col" {...roles.column}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...roles.group}>{children}</tbody>
    </table>
  )
}

/** A row of it, whose first cell says what the row is of. */
export function StackRow({ head, children }: { head: Child; children: Child }) {
  return (
    <tr {...roles.row}>
      <th scope="row" {...roles.head}>
        {head}
      </th>
      {children}
    </tr>
  )
}

/** A cell of it; the label stands above it on a phone. */
export function StackCell({ label, span = 1, children }: { label: string; span?: number; children: Child }) {
  return (
    <td {...roles.cell} data-label={label} colspan={span === 1 ? undefined : span}>
      {children}
    </td>
  )
}
