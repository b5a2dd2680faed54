import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type LocalSheet, startLocalSheet } from '../../../dev/sheet/index.ts'

let sheet: LocalSheet
const tab = 'Feuille 1'

beforeEach(async () => {
  sheet = await startLocalSheet({ folder: null })
})

afterEach(async () => {
  await sheet.close()
})

async function act(action: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${sheet.url}/grid/actions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(action),
  })
  return { status: response.status, body: (await response.json()) as { version?: number; error?: string } }
}

const get = async (path: string) => await (await fetch(sheet.url + path)).text()

describe('the actions of the grid', () => {
  test('edit, paste, insert, move, sort, hide, rename, duplicate and delete', async () => {
    const actions = [
      { type: 'paste', tab, row: 0, column: 0, text: 'b\t2\r\na\t"deux\nlignes ""ici"""\r\n' },
      { type: 'edit', tab, row: 2, column: 0, value: '24/09/2018' },
      { type: 'insertRows', tab, at: 0 },
      { type: 'insertColumns', tab, at: 0 },
      { type: 'deleteRows', tab, at: 0 },
      { type: 'moveColumn', tab, from: 1, to: 0 },
      { type: 'sort', tab, column: 0 },
      { type: 'hideColumn', tab, at: 1, hidden: true },
      { type: 'renameTab', tab, title: 'Suivi' },
      { type: 'addTab', title: 'Vide' },
      { type: 'duplicateTab', tab: 'Suivi' },
      { type: 'deleteTab', tab: 'Vide' },
    ]
    for (const action of actions) expect(await act(action)).toMatchObject({ status: 200 })
    expect(sheet.book.tabs()).toEqual(['Suivi', 'Copie de Suivi'])
    expect(sheet.book.values('Suivi')).toEqual([[43367], ['a', '', 'deux\nlignes "ici"'], ['b', '', 2]])
    expect(sheet.book.sheet('Suivi').columnDimensions[1]).toEqual({ hiddenByUser: true })
  })

  test.each([
    [{ type: 'explode' }, 'Action inconnue'],
    [{ type: 'constructor' }, 'Action inconnue'],
    [{ type: 'edit', tab, row: -1, column: 0, value: '' }, '« row » manque ou est mal formé'],
    [{ type: 'edit', tab, row: 0, column: 0, value: '', force: true }, '« force » est de trop'],
    [{ type: 'deleteTab', tab: 'Ailleurs' }, 'Il n’y a pas d’onglet « Ailleurs »'],
  ])('a malformed action %j is refused with its reason', async (action, reason) => {
    const { status, body } = await act(action)
    expect(status).toBe(400)
    expect(body.error).toContain(reason)
  })

  test('another site open in the same browser cannot act', async () => {
    const action = { type: 'addTab', title: 'Intrus' }
    expect((await act(action, { origin: 'https://example.org' })).status).toBe(403)
    expect((await act(action, { origin: 'null' })).status).toBe(403)
    expect((await act(action, { 'content-type': 'text/plain' })).status).toBe(415)
    expect(sheet.book.tabs()).toEqual([tab])
  })
})

describe('the page', () => {
  test('has the title, the tools in French, and a script and a stylesheet that are served', async () => {
    const page = await get('/')
    expect(page).toContain('<h1>GT MIGRATION — tableau de suivi</h1>')
    expect(page).toContain('Insérer une ligne')
    expect(await get('/grid/script.js')).toContain("from '/grid/view.js'")
    expect(await get('/grid/style.css')).toContain('table')
    expect((await fetch(`${sheet.url}/grid/index.ts`)).status).toBe(404)
  })

  test('a title asked in the address is never markup', async () => {
    expect(await get(`/grid?onglet=${encodeURIComponent('"><script>')}`)).not.toContain('"><script>')
  })

  test('the version grows with each change, and with nothing else', async () => {
    const before = await get('/grid/version')
    await get('/grid/data')
    expect(await get('/grid/version')).toBe(before)
    sheet.book.edit(tab, 0, 0, 'x')
    expect(await get('/grid/version')).not.toBe(before)
  })

  test('shows texts in the locale, colours, dropdowns and what is hidden', async () => {
    sheet.book.paste(tab, 0, 0, 'Statut\tPart\nclos\t0,5')
    const status = { sheetId: 0, startRowIndex: 1, endRowIndex: 9, startColumnIndex: 0, endColumnIndex: 1 }
    const values = [{ userEnteredValue: 'ouvert' }, { userEnteredValue: 'clos' }]
    sheet.book.request({
      setDataValidation: { range: status, rule: { condition: { type: 'ONE_OF_LIST', values } } },
    })
    sheet.book.request({
      addConditionalFormatRule: {
        rule: {
          ranges: [status],
          booleanRule: {
            condition: { type: 'TEXT_EQ', values: [{ userEnteredValue: 'clos' }] },
            format: { backgroundColor: { red: 1, green: 0.8 } },
          },
        },
      },
    })
    sheet.book.hideColumn(tab, 1)
    const data = JSON.parse(await get('/grid/data')) as {
      tab: { columns: { hidden: boolean }[]; rows: { cells: Record<string, unknown>[] }[] }
    }
    expect(data.tab.rows[1]?.cells.slice(0, 2)).toEqual([
      { text: 'clos', background: '#ffcc00', options: ['ouvert', 'clos'] },
      { text: '0,5', isNumber: true },
    ])
    expect(data.tab.rows[2]?.cells[0]).toEqual({ text: '', options: ['ouvert', 'clos'] })
    expect(data.tab.columns.slice(0, 2).map((column) => column.hidden)).toEqual([false, true])
  })
})
