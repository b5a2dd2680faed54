import { type Found, latin1 } from './patch.ts'

/** The longest text of one property that is looked at. */
const mostLength = 500
const blank = 0x20

const attribute = /^(exif:GPS\w+\s*=\s*["'])([^"'<>]*)["']/
const element = /^(exif:GPS\w[^<>]*>)([^<>]*)<\//
/** What is in no XML: neither blank nor a character from "!" on. */
const control = /[^\s!-\u00ff]/

/** Whether what is said of a picture names a place: XMP's coordinates, or city and country. */
export const namesPlace = (bytes: Uint8Array): boolean =>
  /gps|location|city|country/i.test(new TextDecoder().decode(bytes))

/**
 * Coordinates in XMP that belongs to no picture alone, as a document's: an attribute or an element whose name begins
 * here. Its name stays, so that the XML does.
 */
export function coordinatesAt(bytes: Uint8Array, at: number): Found | null {
  const text = latin1(bytes.subarray(at, at + mostLength))
  const [whole, before, value] = attribute.exec(text) ?? element.exec(text) ?? []
  if (whole === undefined || before === undefined || value === undefined) return null
  if (control.test(whole) || value.trim() === '') return null
  const blanks = new Uint8Array(value.length).fill(blank)
  // Not at the value's end: further properties may stand between the name and it.
  return { end: at + 1, patches: [{ at: at + before.length, bytes: blanks, place: true }] }
}
