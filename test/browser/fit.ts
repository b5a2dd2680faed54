import type { Page } from 'playwright-core'

/** Below this a thumb misses: the 44 px of WCAG 2.5.5, less what a rounded rem takes. */
const least = 43.5

/**
 * What of a page does not fit a phone: that it scrolls sideways, and each control or link standing by itself that is
 * less high than a thumb needs. A link in a sentence, which WCAG exempts, and one drawn in a picture are not looked at.
 */
export async function unfit(page: Page): Promise<readonly string[]> {
  const found = await page.evaluate(`(() => {
    const text = (element) => element.textContent.trim().replace(/\\s+/g, ' ')
    const inSentence = (element) => {
      const around = element.closest('p, li, td, th, dd, dt, figcaption, label')
      return around !== null && text(around).length > text(element).length + 3
    }
    const small = [...document.querySelectorAll('main :is(button, summary, select, textarea, input:not([type=hidden]), a)')]
      .filter((element) => element.checkVisibility() && !element.closest('svg, [aria-hidden=true], .hidden, [tabindex="-1"]'))
      .filter((element) => !(element.matches('a') && getComputedStyle(element).display === 'inline' && inSentence(element)))
      .filter((element) => (element.closest('label.pick') ?? element).getBoundingClientRect().height < ${least})
      .map((element) => 'less than 44 px high: ' + element.tagName + ' ' + (text(element) || element.name))
    const width = document.documentElement.scrollWidth
    return width > innerWidth ? ['scrolls sideways: ' + width + ' px', ...small] : small
  })()`)
  return found as readonly string[]
}
