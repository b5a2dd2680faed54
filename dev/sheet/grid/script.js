import {
  act,
  body,
  make,
  poll,
  reload,
  render,
  renderPlace,
  say,
  select,
  showHidden,
  tdAt,
  view,
} from '/grid/view.js'

const ask = document.querySelector('#ask')

function edit(td, typed) {
  if (view.editing) return
  const row = Number(td.dataset.row)
  const column = Number(td.dataset.column)
  const cell = view.data.tab.rows.find((item) => item.index === row).cells[column]
  const before = cell.edited ?? cell.text
  const editor = cell.options ? choice(cell.options, before) : make('input', { value: typed ?? before })
  editor.ariaLabel = `Cellule ${view.data.tab.columns[column].letters}${row + 1}`
  view.editing = true
  td.replaceChildren(editor)
  editor.focus()
  const finish = async (keeps) => {
    if (!view.editing) return
    view.editing = false
    const { value } = editor
    if (keeps && value !== before) await act({ type: 'edit', tab: view.title, row, column, value })
    render()
    tdAt(row, column)?.focus()
  }
  editor.addEventListener('blur', () => finish(true))
  if (cell.options) editor.addEventListener('change', () => finish(true))
  editor.addEventListener('keydown', (event) => {
    event.stopPropagation()
    if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault()
      finish(true)
    } else if (event.key === 'Escape') finish(false)
  })
}

function choice(options, before) {
  const values = ['', ...options]
  if (!values.includes(before)) values.push(before)
  const element = make('select', {}, ...values.map((value) => make('option', { value, textContent: value })))
  element.value = before
  return element
}

body.addEventListener('click', (event) => {
  const td = event.target.closest('td')
  if (td === null || view.editing) return
  select(td)
  td.focus()
  renderPlace()
})
body.addEventListener('dblclick', (event) => {
  const td = event.target.closest('td')
  if (td !== null) edit(td)
})

const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }

body.addEventListener('keydown', (event) => {
  if (view.editing || view.selected === null || event.ctrlKey || event.metaKey || event.altKey) return
  const td = tdAt(view.selected.row, view.selected.column)
  const step = steps[event.key]
  if (step !== undefined) {
    event.preventDefault()
    const next = tdAt(view.selected.row + step[0], view.selected.column + step[1])
    if (next === null) return
    select(next)
    next.focus()
    renderPlace()
  } else if (event.key === 'Enter' || event.key === 'F2') {
    event.preventDefault()
    edit(td)
  } else if (event.key === 'Delete' || event.key === 'Backspace') {
    event.preventDefault()
    act({ type: 'edit', tab: view.title, row: view.selected.row, column: view.selected.column, value: '' })
  } else if (event.key.length === 1) {
    event.preventDefault()
    edit(td, event.key)
  }
})

document.addEventListener('paste', (event) => {
  if (view.editing || view.selected === null || ask.open) return
  event.preventDefault()
  const text = event.clipboardData.getData('text/plain')
  act({ type: 'paste', tab: view.title, row: view.selected.row, column: view.selected.column, text })
})

function question(label, value) {
  document.querySelector('#ask-label').textContent = label
  const input = document.querySelector('#ask-text')
  input.value = value
  input.hidden = value === null
  ask.returnValue = ''
  ask.showModal()
  return new Promise((resolve) => {
    ask.addEventListener('close', () => resolve(ask.returnValue === 'ok' ? input.value : null), {
      once: true,
    })
  })
}

async function named(type, label, value, extra) {
  const title = await question(label, value)
  if (title === null || title === '') return
  if (await act({ type, title, ...extra })) {
    view.title = title
    view.selected = null
    await reload()
  }
}

const cellTools = {
  sortAscending: ({ column }) => ({ type: 'sort', column, descending: false }),
  sortDescending: ({ column }) => ({ type: 'sort', column, descending: true }),
  insertRow: ({ row }) => ({ type: 'insertRows', at: row }),
  deleteRow: ({ row }) => ({ type: 'deleteRows', at: row }),
  insertColumn: ({ column }) => ({ type: 'insertColumns', at: column }),
  deleteColumn: ({ column }) => ({ type: 'deleteColumns', at: column }),
  moveLeft: ({ column }) => ({ type: 'moveColumn', from: column, to: Math.max(0, column - 1) }),
  moveRight: ({ column }) => ({
    type: 'moveColumn',
    from: column,
    to: Math.min(view.data.tab.columnCount - 1, column + 1),
  }),
  hideColumn: ({ column }) => ({
    type: 'hideColumn',
    at: column,
    hidden: !view.data.tab.columns[column].hidden,
  }),
  hideRow: ({ row }) => {
    const { hidden } = view.data.tab.rows.find((item) => item.index === row)
    return { type: 'hideRow', at: row, hidden: !hidden }
  },
}

const tabTools = {
  addTab: () => named('addTab', 'Titre du nouvel onglet', ''),
  renameTab: () => named('renameTab', `Nouveau titre de « ${view.title} »`, view.title, { tab: view.title }),
  duplicateTab: () =>
    named('duplicateTab', 'Titre de la copie', `Copie de ${view.title}`, { tab: view.title }),
  deleteTab: async () => {
    if ((await question(`Supprimer l’onglet « ${view.title} » et tout ce qu’il contient ?`, null)) === null)
      return
    const tab = view.title
    view.title = null
    view.selected = null
    if (!(await act({ type: 'deleteTab', tab }))) view.title = tab
  },
}

document.addEventListener('click', async (event) => {
  const tool = event.target.closest('[data-tool]')?.dataset.tool
  if (tool === undefined) return
  if (tabTools[tool] !== undefined) return await tabTools[tool]()
  if (view.selected === null) return say('Choisissez d’abord une cellule.')
  body.ariaBusy = 'true'
  const done = await act({ ...cellTools[tool](view.selected), tab: view.title })
  if (done) {
    if (tool === 'moveLeft') view.selected.column = Math.max(0, view.selected.column - 1)
    if (tool === 'moveRight') view.selected.column += 1
    render()
  }
  body.ariaBusy = 'false'
})
showHidden.addEventListener('change', render)
poll()
