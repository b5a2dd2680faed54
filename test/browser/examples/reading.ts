import { unzipSync } from 'fflate'

/** A number as a page writes it, spaces between its thousands. */
export const digits = (text = ''): number => Number(text.replaceAll(/\D/g, ''))

/** Whether a text has a title, and not only longer ones of which it is the beginning ("exemple 1" of "exemple 12"). */
export function tells(said: string, title: string): boolean {
  const escaped = title
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
  const goesOn = /^(?:\d| [^\s<"(])/
  return [title, escaped].some((one) =>
    said
      .split(one)
      .slice(1)
      .some((after) => !goesOn.test(after.slice(0, 2))),
  )
}

/** What a spreadsheet would take for a formula has an apostrophe in front. */
export const unquoted = (text = ''): string => text.replace(/^'(?=[=+\-@])/, '')

/** A file as text; of an archive all that is in it, archives too. */
export function unpacked(bytes: Uint8Array): string {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return new TextDecoder().decode(bytes)
  return Object.values(unzipSync(bytes)).map(unpacked).join('\n')
}
