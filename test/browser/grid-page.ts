import type { Browser, Page } from 'playwright-core'
import { type Started, until } from './recueil.ts'

/** The local sheet as the coordinator has it in front of her: everything by clicks and keys, in one tab at a time. */
export type GridPage = {
  readonly page: Page
  readonly openTab: (title: string) => Promise<void>
  /** The place of a header in the first row. @throws Error when the tab has none such */
  readonly columnOf: (header: string) => Promise<number>
  /** The place of the row that bears an ID. @throws Error when the tab has none such */
  readonly rowOf: (id: string) => Promise<number>
  /** What the cell of a row, by its ID, says under a header. */
  readonly textOf: (id: string, header: string) => Promise<string>
  /** Types over a cell, or chooses from its list. @throws Error when the grid refuses what was typed */
  readonly enter: (row: number, column: number, text: string) => Promise<void>
  /** Presses one of the tools, for the cell. */
  readonly useTool: (row: number, column: number, tool: string) => Promise<void>
  readonly renameTab: (title: string) => Promise<void>
}

export async function openGrid(browser: Browser, recueil: Started): Promise<GridPage> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'fr-FR' })
  await page.goto(`${recueil.sheetUrl}/grid`)
  const cell = (row: number, column: number) => page.locator(`td[data-row="${row}"][data-column="${column}"]`)
  const message = page.locator('#message')
  const dialog = page.getByRole('dialog')

  const shown = (title: string) =>
    page.getByRole('tab', { name: title, exact: true, selected: true }).waitFor()
  const place = async (cells: string, text: string): Promise<number> => {
    const found = (await page.locator(cells).allTextContents()).indexOf(text)
    if (found < 0) throw new Error(`the grid does not show "${text}"`)
    return found
  }
  const columnOf = (header: string) => place('td[data-row="0"]', header)
  const rowOf = async (id: string) => place(`td[data-column="${await columnOf('ID')}"]`, id)
  const expectTaken = async () => {
    const said = await message.textContent()
    if (said) throw new Error(`the grid says: ${said}`)
  }

  return {
    page,
    columnOf,
    rowOf,
    async openTab(title) {
      await page.getByRole('tab', { name: title, exact: true }).click()
      await shown(title)
    },
    textOf: async (id, header) => (await cell(await rowOf(id), await columnOf(header)).textContent()) ?? '',
    async enter(row, column, text) {
      const editor = cell(row, column).locator('input, select')
      // The grid is drawn anew whenever the mirror writes, and a key that comes right then is lost.
      await until(async () => {
        await cell(row, column).click()
        await page.keyboard.press('Enter')
        return (await editor.count()) > 0
      })
      if ((await cell(row, column).locator('select').count()) > 0) {
        await editor.selectOption({ label: text })
      } else {
        await page.keyboard.press('Control+A')
        await page.keyboard.type(text)
        await page.keyboard.press('Enter')
      }
      await editor.waitFor({ state: 'detached' })
      await expectTaken()
    },
    async useTool(row, column, tool) {
      await cell(row, column).click()
      await page.getByRole('button', { name: tool, exact: true }).click()
      // What is typed into a cell that is about to be drawn anew would be lost.
      await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' })
      await expectTaken()
    },
    async renameTab(title) {
      await page.getByRole('button', { name: 'Renommer', exact: true }).click()
      await dialog.getByRole('textbox').fill(title)
      await dialog.getByRole('button', { name: 'Valider' }).click()
      await shown(title)
      await expectTaken()
    },
  }
}
