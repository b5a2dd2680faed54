import type { PageData } from '../logic.ts'

/** What the page says of its form, or null on a page without one. Our own server wrote it. */
export function readPageData(): PageData | null {
  const json = document.getElementById('page-data')?.textContent
  return json ? (JSON.parse(json) as PageData) : null
}
