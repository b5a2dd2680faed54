import type { Block, Cell, MinutesDocument, Table } from './model.ts'
import { roles } from './table-roles.ts'

/** The document as a page: an article in French whatever the page around it is in. */
export function DocumentView({ document }: { document: MinutesDocument }) {
  return (
    <article class="minutes" lang="fr">
      <header>
        <h1>
          {document.title}
          <span class="group">{document.group}</span>
          <span class="date">{document.date}</span>
        </h1>
      </header>
      {document.blocks.map((block) => (
        <BlockView block={block} />
      ))}
    </article>
  )
}

function BlockView({ block }: { block: Block }) {
  switch (block.type) {
    case 'heading':
      return block.level === 2 ? <h2>{block.text}</h2> : <h3>{block.text}</h3>
    case 'paragraph':
      return (
        <p class="cell">
          {block.label === null ? null : (
            <>
              <strong>{block.label}&nbsp;:</strong>{' '}
            </>
          )}
          {block.text}
        </p>
      )
    case 'list': {
      const items = block.items.map((item) => <li>{item}</li>)
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
    }
    case 'links':
      return (
        <ul>
          {block.items.map(({ text, address }) => (
            <li>
              <a href={address}>{text}</a>
            </li>
          ))}
        </ul>
      )
    case 'table':
      return <TableView table={block} />
  }
}

/** A table of so many columns is a table on a phone too; more are drawn as cards. */
const fitPhone = 3

function TableView({ table: { caption, questions, columns, rows, isWide } }: { table: Table }) {
  return (
    <table
      class={isWide ? 'stack landscape' : columns.length > fitPhone ? 'stack' : undefined}
      {...roles.table}
    >
      <caption class={isWide ? undefined : 'hidden'}>{caption}</caption>
      <thead {...roles.group}>
        {questions.length === 0 ? null : (
          <tr {...roles.row}>
            {questions.map((question) => (
              <th scope="colgroup" {...roles.column} colspan={question.columns}>
                {question.text}
              </th>
            ))}
          </tr>
        )}
        <tr {...roles.row}>
          {columns.map((column) => (
            <th scope="col" {...roles.column}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...roles.group}>
        {rows.map((row) => (
          <tr {...roles.row}>
            {row.map((cell, index) =>
              index === 0 ? (
                <th scope="row" {...roles.head} data-label={columns[index]}>
                  <CellView cell={cell} />
                </th>
              ) : (
                <td {...roles.cell} data-label={columns[index]}>
                  <CellView cell={cell} />
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function CellView({ cell }: { cell: Cell }) {
  if (cell.length < 2) return <span class="cell">{cell[0] ?? ''}</span>
  return (
    <ul>
      {cell.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  )
}
