import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inboxScript } from '../../src/page/assets.ts'
import { openBrowser } from './browser.ts'

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await openBrowser()
  page = await browser.newPage()
})
afterAll(() => browser?.close())

const focused = () => page.evaluate('document.activeElement.textContent || document.activeElement.id')
const chosen = () => page.evaluate("[...document.querySelectorAll(':checked')].map(({ value }) => value)")

test('in the list of records j and k go through it and x chooses, and elsewhere the letters are left alone', async () => {
  const rows = ['PA-0001', 'PA-0002', 'PA-0003'].map(
    (name) =>
      `<tr><th><input type="checkbox" name="fiche" value="${name}"><a href="#${name}">${name}</a></th></tr>`,
  )
  await page.setContent(`<input id="q"><form data-keys><p data-keys-hint hidden>j, k, x</p>
    <table><tbody>${rows.join('')}</tbody></table><input id="note"></form>`)
  await page.addScriptTag({ path: join(import.meta.dirname, '../../dist/assets', inboxScript.path) })
  expect(await page.isVisible('[data-keys-hint]')).toBe(true)
  await page.focus('#q')
  await page.keyboard.type('jkx')
  expect([await page.inputValue('#q'), await chosen()]).toEqual(['jkx', []])
  await page.focus('tbody a')
  await page.keyboard.press('j')
  expect(await focused()).toBe('PA-0002')
  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  expect(await focused()).toBe('PA-0003')
  await page.keyboard.press('x')
  expect(await chosen()).toEqual(['PA-0002', 'PA-0003'])
  await page.keyboard.press('x')
  for (const _ of [1, 2, 3, 4]) await page.keyboard.press('k')
  expect([await focused(), await chosen()]).toEqual(['PA-0001', ['PA-0002']])
  await page.keyboard.press('Control+j')
  expect(await focused()).toBe('PA-0001')
  await page.focus('#note')
  await page.keyboard.type('jx')
  expect(await page.inputValue('#note')).toBe('jx')
})
