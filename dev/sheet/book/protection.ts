import { invalid } from './error.ts'
import { meets } from './ranges.ts'
import type { Actor, Area, ProtectedRange, Sheet } from './types.ts'

export function canEdit(protection: ProtectedRange, actor: Actor): boolean {
  return (
    actor.owner ||
    protection.warningOnly === true ||
    protection.editors?.users?.includes(actor.email) === true
  )
}

/** @throws ApiError 400 when the area meets a protection that shuts the actor out */
export function checkProtection(sheet: Sheet, area: Area, actor: Actor): void {
  for (const protection of sheet.protectedRanges) {
    if (canEdit(protection, actor) || !meets(area, protection.range)) continue
    const isOpen = protection.unprotectedRanges?.some(
      (range) =>
        (range.startRowIndex ?? 0) <= area.top &&
        (range.startColumnIndex ?? 0) <= area.left &&
        (range.endRowIndex ?? Number.POSITIVE_INFINITY) >= area.bottom &&
        (range.endColumnIndex ?? Number.POSITIVE_INFINITY) >= area.right,
    )
    if (isOpen === true) continue
    throw invalid(
      'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove ' +
        'protection if you need to edit.',
    )
  }
}
