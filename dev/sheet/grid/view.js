const tabs = document.querySelector('#tabs')
const grid = document.querySelector('#grid')
const head = document.querySelector('#grid thead')
export const body = document.querySelector('#grid tbody')
const place = document.querySelector('#place')
const pager = document.querySelector('#pager')
const message = document.querySelector('#message')
export const showHidden = document.querySelector('#show-hidden')

/** What is on the screen. `selected` counts rows and columns from 0, as the server does. */
export const view = {
  data: null,
  title: document.body.dataset.asked || null,
  from: 0,
  selected: null,
  editing: false,
}
let loading = null
/** Pixels left of a hidden column. */
const thinWidth = 6
/** Pixels of the column of row numbers. */
const cornerWidth = 44

export const make = (name, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(name), properties)
  element.append(...children)
  return element
}

async function load() {
  const query = new URLSearchParams({ depuis: view.from })
  if (view.title !== null) query.set('onglet', view.title)
  const response = await fetch(`/grid/data?${query}`)
  view.data = await response.json()
  view.title = view.data.tab?.title ?? null
  if (!view.editing) render()
}

export function reload() {
  loading = (loading ?? Promise.resolve()).then(load).catch((error) => say(String(error)))
  return loading
}

export async function poll() {
  try {
    const { version } = await (await fetch('/grid/version')).json()
    if (message.dataset.lost) say('')
    if (view.data === null || version !== view.data.version) await reload()
  } catch {
    say('La feuille locale ne répond plus.')
    message.dataset.lost = 'yes'
  }
  setTimeout(poll, 1000)
}

export function say(text) {
  message.textContent = text
  delete message.dataset.lost
}

export async function act(action) {
  const response = await fetch('/grid/actions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(action),
  })
  const answer = await response.json()
  say(response.ok ? '' : answer.error)
  if (response.ok) await reload()
  return response.ok
}

export function render() {
  // New cells take the place of the old ones: whoever was typing in one goes on in its successor.
  const hadFocus = body.contains(document.activeElement)
  renderTabs()
  const { tab } = view.data
  if (tab === null) return
  const hides = !showHidden.checked
  const columnHead = (column) => {
    const thin = column.hidden && hides
    const th = make('th', { scope: 'col', textContent: thin ? '' : column.letters })
    th.style.width = `${thin ? thinWidth : column.width}px`
    th.classList.toggle('thin', thin)
    if (thin) th.ariaLabel = th.title = `Colonne ${column.letters} masquée`
    return th
  }
  const corner = make('td', { className: 'corner' })
  corner.style.width = `${cornerWidth}px`
  head.replaceChildren(make('tr', {}, corner, ...tab.columns.map(columnHead)))
  body.replaceChildren(...tab.rows.map((row) => rowElement(tab, row, hides)))
  const widths = tab.columns.map((column) => (column.hidden && hides ? thinWidth : column.width))
  grid.style.width = `${widths.reduce((sum, width) => sum + width, cornerWidth)}px`
  stickFrozen(tab, widths)
  renderPlace()
  if (hadFocus && view.selected) tdAt(view.selected.row, view.selected.column)?.focus({ preventScroll: true })
}

function renderTabs() {
  const buttons = view.data.tabs.map((tab) => {
    const button = make('button', { type: 'button', textContent: tab.title, role: 'tab' })
    button.dataset.tab = tab.title
    button.ariaSelected = String(tab.title === view.title)
    button.classList.toggle('hidden-tab', tab.hidden)
    button.addEventListener('click', () => {
      view.title = tab.title
      view.from = 0
      view.selected = null
      reload()
    })
    return button
  })
  tabs.replaceChildren(...buttons)
}

function rowElement(tab, row, hides) {
  const th = make('th', { scope: 'row', textContent: row.index + 1 })
  const cells = row.cells.map((cell, column) => cellElement(tab, row, cell, column, hides))
  const tr = make('tr', {}, th, ...cells)
  tr.classList.toggle('thin', hides && (row.hidden || row.filtered))
  tr.classList.toggle('frozen', row.index < tab.frozenRows)
  tr.classList.toggle('frozen-last', row.index === tab.frozenRows - 1)
  if (row.filtered) tr.title = 'Ligne masquée par le filtre'
  return tr
}

function cellElement(tab, row, cell, column, hides) {
  const td = make('td', { textContent: cell.text })
  td.dataset.row = row.index
  td.dataset.column = column
  if (cell.background) td.style.backgroundColor = cell.background
  if (cell.colour) td.style.color = cell.colour
  if (cell.bold) td.style.fontWeight = '700'
  if (cell.italic) td.style.fontStyle = 'italic'
  td.classList.toggle('number', cell.isNumber === true)
  td.classList.toggle('thin', hides && tab.columns[column].hidden)
  if (cell.note) {
    td.classList.add('note')
    td.title = cell.note
  } else if (cell.text.length > 12) td.title = cell.text
  if (isSelected(row.index, column)) select(td)
  return td
}

/** Frozen columns stay beside the numbers, frozen rows under the letters, each after the one before. */
function stickFrozen(tab, widths) {
  let left = cornerWidth
  widths.slice(0, tab.frozenColumns).forEach((width, column) => {
    for (const tr of grid.rows) {
      const cell = tr.cells[column + 1]
      cell.classList.add('frozen-column')
      cell.classList.toggle('frozen-column-last', column === tab.frozenColumns - 1)
      cell.style.left = `${left}px`
    }
    left += width
  })
  let top = heightOf(head)
  for (const tr of body.querySelectorAll('tr.frozen')) {
    for (const cell of tr.children) cell.style.top = `${top}px`
    top += heightOf(tr)
  }
}

/** With its fraction of a pixel: rounded, what scrolls would show between the rows. */
const heightOf = (element) => element.getBoundingClientRect().height

const isSelected = (row, column) => view.selected?.row === row && view.selected.column === column

export function select(td) {
  for (const other of body.querySelectorAll('td.selected')) {
    other.classList.remove('selected')
    other.removeAttribute('tabindex')
  }
  td.classList.add('selected')
  td.tabIndex = 0
  view.selected = { row: Number(td.dataset.row), column: Number(td.dataset.column) }
}

export function renderPlace() {
  const { tab } = view.data
  const letters = view.selected === null ? '' : tab.columns[view.selected.column]?.letters
  place.textContent =
    view.selected === null ? 'Aucune cellule choisie' : `Cellule ${letters}${view.selected.row + 1}`
  const count = `${tab.dataRows} ${tab.dataRows > 1 ? 'lignes' : 'ligne'}`
  const turn = (label, from) => {
    const button = make('button', { type: 'button', textContent: label })
    button.addEventListener('click', () => {
      view.from = from
      reload()
    })
    return button
  }
  pager.replaceChildren(
    count,
    ...(tab.previous === null ? [] : [' ', turn('Lignes précédentes', tab.previous)]),
    ...(tab.next === null ? [] : [' ', turn('Lignes suivantes', tab.next)]),
  )
}

export const tdAt = (row, column) => body.querySelector(`td[data-row="${row}"][data-column="${column}"]`)
