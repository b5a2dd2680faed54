type Props = {
  readonly id: string
  readonly title: string
  /** What the rows are, over their names. */
  readonly corner: string
  readonly columns: readonly string[]
  readonly rows: readonly { readonly label: string; readonly counts: readonly number[] }[]
}

/** How many there are of each row in each column. On a narrow screen it is moved sideways within the page. */
export function CrossTable({ id, title, corner, columns, rows }: Props) {
  return (
    <section class="scroll" aria-labelledby={id} tabindex={0}>
      <table class="cross">
        <caption id={id}>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map((column) => (
              <th scope="col">
                <span>{column}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, counts }) => (
            <tr>
              <th scope="row">{label}</th>
              {counts.map((count) => (count === 0 ? <td>0</td> : <td class="some">{count}</td>))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
