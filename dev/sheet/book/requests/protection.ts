import { areaOf } from '../a1.ts'
import { invalid } from '../error.ts'
import { merge, requestMask } from '../fields-mask.ts'
import { canEdit } from '../protection.ts'
import { nextId } from '../sheets.ts'
import type { Actor, Book, JsonObject, ProtectedRange, Sheet } from '../types.ts'

/** As the API answers it to this actor. */
export function describeProtection(protection: ProtectedRange, actor: Actor): JsonObject {
  return { ...protection, requestingUserCanEdit: canEdit(protection, actor) } as unknown as JsonObject
}

type Given = Partial<ProtectedRange>

export function addProtectedRange(
  book: Book,
  body: { readonly protectedRange?: Given },
  actor: Actor,
): JsonObject {
  const given = body.protectedRange ?? {}
  const range = given.range ?? {}
  const { sheet } = areaOf(book, range)
  const protectedRangeId = given.protectedRangeId ?? nextId(book)
  if (locate(book, protectedRangeId) !== undefined) {
    throw invalid(
      `Cannot add protected range with ID: ${protectedRangeId}, a range with that ID already exists.`,
    )
  }
  const protection = checked({ ...given, range, protectedRangeId })
  sheet.protectedRanges.push(protection)
  return { addProtectedRange: { protectedRange: describeProtection(protection, actor) } }
}

function checked(protection: ProtectedRange): ProtectedRange {
  if (protection.warningOnly === true && protection.editors !== undefined) {
    throw invalid('ProtectedRange is warningOnly. Editors cannot be set on it.')
  }
  return protection
}

function locate(
  book: Book,
  id: number | undefined,
): { sheet: Sheet; at: number; found: ProtectedRange } | undefined {
  for (const sheet of book.sheets) {
    const at = sheet.protectedRanges.findIndex((item) => item.protectedRangeId === id)
    const found = sheet.protectedRanges[at]
    if (found !== undefined) return { sheet, at, found }
  }
  return undefined
}

function existing(book: Book, id: number | undefined, actor: Actor) {
  const place = locate(book, id)
  if (place === undefined) throw invalid(`No protected range with ID: ${id}`)
  if (!canEdit(place.found, actor)) {
    throw invalid(
      'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove ' +
        'protection if you need to edit.',
    )
  }
  return place
}

export function updateProtectedRange(
  book: Book,
  body: { readonly protectedRange?: Given; readonly fields?: string },
  actor: Actor,
): JsonObject {
  const mask = requestMask(body.fields, 'ProtectedRange')
  const given = body.protectedRange ?? {}
  const { sheet, at, found } = existing(book, given.protectedRangeId, actor)
  const merged = merge(found as JsonObject, given as JsonObject, mask) as unknown as Given
  const range = merged.range ?? found.range
  const { sheet: newSheet } = areaOf(book, range)
  const protection = checked({ ...merged, range, protectedRangeId: found.protectedRangeId })
  sheet.protectedRanges.splice(at, 1)
  newSheet.protectedRanges.push(protection)
  return {}
}

export function deleteProtectedRange(
  book: Book,
  body: { readonly protectedRangeId?: number },
  actor: Actor,
): JsonObject {
  const { sheet, at } = existing(book, body.protectedRangeId, actor)
  sheet.protectedRanges.splice(at, 1)
  return {}
}
