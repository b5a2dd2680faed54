import type { Browser, Page } from 'playwright-core'

export type Watched = {
  readonly page: Page
  /** What ran, was reported by the page's policy, was asked of another site or led to a script, page by page. */
  readonly alarms: string[]
}

/**
 * A page that tells of every script that ran from what people wrote (each of the corpus would show a window), every
 * report of the content security policy, and every request to another site.
 */
export async function watch(browser: Browser, url: string): Promise<Watched> {
  const context = await browser.newContext({ locale: 'fr-FR' })
  const page = await context.newPage()
  const alarms: string[] = []
  page.on('dialog', async (dialog) => {
    alarms.push(`${page.url()}: a script ran: ${dialog.message()}`)
    await dialog.dismiss()
  })
  page.on('console', (message) => {
    if (/Content.Security.Policy|CSP/i.test(message.text())) alarms.push(`${page.url()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => alarms.push(`${page.url()}: ${error.message}`))
  page.on('request', (request) => {
    const asked = new URL(request.url())
    if (asked.protocol !== 'data:' && asked.origin !== new URL(url).origin)
      alarms.push(`${page.url()}: asked ${asked.href}`)
  })
  return { page, alarms }
}

/** The links and forms of a page that lead to anything but a page, a message or a call. */
export const oddLinks = (page: Page): Promise<readonly string[]> =>
  page.evaluate(`[
    ...[...document.links].map(({ href }) => href),
    ...[...document.forms].map((form) => new URL(form.getAttribute('action') ?? '', document.baseURI).href),
    ...[...document.querySelectorAll('base, iframe, object, embed, meta[http-equiv=refresh]')].map(({ outerHTML }) => outerHTML),
  ].filter((target) => !/^(?:https?|mailto|tel|webcal|sms):/.test(target))`)
