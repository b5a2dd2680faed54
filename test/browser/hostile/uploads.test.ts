import { readFile } from 'node:fs/promises'
import { unzipSync, zipSync } from 'fflate'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { everyForm } from '../../support/every-form.ts'
import { bytesOf, docx, jpeg, pdf, png, tells, textOf, told } from '../../support/photo.ts'
import { openBrowser } from '../browser.ts'
import { type Started, startRecueil } from '../recueil.ts'
import { askApi } from './door.ts'

const minutes = '/coordination/comptes-rendus/CR-0001'

describe('a file that the coordinator was handed', () => {
  let recueil: Started
  let browser: Browser
  let page: Page
  const ran: string[] = []

  beforeAll(async () => {
    ;[recueil, browser] = await Promise.all([startRecueil(9044), openBrowser()])
    const id = crypto.randomUUID()
    const { body } = await askApi(recueil, 'POST', '/api/v1/forms/action/records', {
      id,
      answers: everyForm('').action,
    })
    await askApi(recueil, 'POST', `/api/v1/records/${id}/transitions`, { to: 'date_confirmee', note: '' })
    await fetch(`${recueil.url}/coordination/rencontres/${body.reference}`, {
      method: 'POST',
      headers: { origin: recueil.url },
      body: new URLSearchParams({ action: 'designate', 'name.0': 'Rapporteuse exemple' }),
    })
    page = await (await browser.newContext({ locale: 'fr-FR' })).newPage()
    page.on('dialog', async (dialog) => {
      ran.push(dialog.message())
      await dialog.dismiss()
    })
  })
  afterAll(async () => {
    await browser?.close()
    await recueil?.kill()
  })

  /** Hands a file in as the browser sends it. @returns the address it is fetched from, or null when it was refused */
  async function handIn(name: string, mimeType: string, bytes: Uint8Array): Promise<string | null> {
    await page.goto(recueil.url + minutes)
    await page.getByLabel(/PDF ou Word/).setInputFiles({ name, mimeType, buffer: Buffer.from(bytes) })
    await page.getByRole('button', { name: 'Déposer le fichier' }).click()
    await page.locator('.banner, .summary').first().waitFor()
    if ((await page.locator('.summary').count()) > 0) return null
    return page.locator('main a[href*="/fichiers/"]').first().getAttribute('href')
  }

  /** What a click on it brings. */
  async function downloaded(address: string): Promise<Uint8Array<ArrayBuffer>> {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator(`a[href="${address}"]`).click(),
    ])
    return new Uint8Array(await readFile(await download.path()))
  }

  const script = '<script>alert(document.domain)</script>'
  const asPage = `<!doctype html>${script}`

  test.each<[string, string, string, Uint8Array]>([
    ['a page called a PDF', 'a.pdf', 'application/pdf', bytesOf(asPage)],
    ['a page with a PDF behind it', 'a.html', 'text/html', bytesOf(asPage, pdf(jpeg()))],
    ['a photo that is a page', 'a.jpg', 'image/jpeg', bytesOf(jpeg(), asPage)],
    ['a photo that is a script', 'a.js', 'text/javascript', bytesOf('GIF89a=0;alert(1)')],
    [
      'a drawing',
      'a.svg',
      'image/svg+xml',
      bytesOf(`<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>`),
    ],
    ['a PDF that is a Word document', 'a.docx', '', bytesOf(pdf(jpeg()), docx({}))],
    ['a Word document that is a page', 'a.docx', '', bytesOf(docx({}), asPage)],
    ['a Java program', 'a.docx', '', zipSync({ 'META-INF/MANIFEST.MF': bytesOf('Main-Class: X') })],
  ])('is refused when it is %s', async (_, name, type, bytes) => {
    expect(await handIn(name, type, bytes)).toBe(null)
  })

  test.each<[string, Uint8Array]>([
    ['a PDF that is a page', pdf(jpeg(), `%${asPage}\n`)],
    ['a Word document with a page in it', docx({ 'word/a.html': bytesOf(asPage) }, 0)],
  ])('runs nowhere when it is %s', async (_, bytes) => {
    const address = (await handIn('a.html', 'text/html', bytes)) ?? ''
    expect(address).toContain('/fichiers/')
    expect((await downloaded(address)).length).toBeGreaterThan(0)
    // By its address, and in whatever a page of ours, without any policy, might make of it.
    await page.route(`${recueil.url}/temoin`, (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><script src="${address}"></script><iframe src="${address}"></iframe>
          <object data="${address}"></object><embed src="${address}"><link rel="stylesheet" href="${address}">`,
      }),
    )
    await page.goto(`${recueil.url}/temoin`)
    await page.waitForLoadState('networkidle')
    const shown = await Promise.all(page.frames().map((frame) => frame.content()))
    expect(shown.some((text) => text.includes('alert(document.domain)'))).toBe(false)
    const opened = await Promise.allSettled([page.waitForEvent('download'), page.goto(recueil.url + address)])
    expect(opened.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    expect(ran).toEqual([])
  })

  test('would run if it were answered as what it also is: the refusals mean something', async () => {
    await page.route(`${recueil.url}/temoin`, (route) =>
      route.fulfill({ contentType: 'text/html', body: textOf(pdf(jpeg(), `%${asPage}\n`)) }),
    )
    await page.goto(`${recueil.url}/temoin`)
    expect(ran.splice(0)).toEqual(['127.0.0.1'])
  })

  /** How a photo is shown: its size once turned, and the colours of its first and last points. */
  const shown = (bytes: Uint8Array): Promise<readonly number[]> =>
    page.evaluate(`(async () => {
      const photo = new Image()
      photo.src = 'data:;base64,${Buffer.from(bytes).toString('base64')}'
      await photo.decode()
      const { naturalWidth: width, naturalHeight: height } = photo
      const drawing = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d')
      drawing.drawImage(photo, 0, 0)
      return [width, height, ...drawing.getImageData(0, 0, width, height).data]
    })()`)

  test('shows its photos as before, turned as they were held, and says no more where they were taken', async () => {
    const photo = jpeg(...Object.values(told))
    await page.goto('about:blank')
    const before = await shown(photo)
    expect(before.slice(0, 2)).toEqual([8, 16])
    const files = { 'word/media/image1.jpg': photo, 'word/media/image2.png': png() }
    const word = await downloaded((await handIn('a.docx', '', docx(files))) ?? '')
    const paper = await downloaded((await handIn('a.pdf', '', pdf(photo))) ?? '')
    const inWord = unzipSync(word)['word/media/image1.jpg'] ?? new Uint8Array()
    const start = textOf(paper).indexOf('\u00ff\u00d8\u00ff')
    const inPaper = paper.subarray(start, start + photo.length)
    expect([inWord, paper].map(tells)).toEqual([false, false])
    await page.goto('about:blank')
    expect(await shown(inWord)).toEqual(before)
    expect(await shown(inPaper)).toEqual(before)
  })
})
