import type { SheetMirror } from './mirror-object.ts'

export {
  contestedCell,
  isSettable,
  presentText,
  type Side,
  standing,
  type Told,
  toldBy,
} from './contested.ts'
export { decide, leaveAll } from './decide.ts'
export { layoutOf } from './layout.ts'
export type { SyncState } from './mirror-state.ts'
export { recordsIn } from './records.ts'
export { recordReference } from './rows.ts'
export { wordsOf } from './words.ts'

/** The mirror of the spreadsheet that is configured; without one it only says so. */
export const mirrorOf = (env: Cloudflare.Env): DurableObjectStub<SheetMirror> =>
  env.SHEET_MIRROR.get(env.SHEET_MIRROR.idFromName(env.SPREADSHEET_ID || 'none'))

/** Tells the mirror that something is due. Losing the call loses nothing: the next one finds it. */
export async function wakeMirror(env: Cloudflare.Env): Promise<void> {
  if (env.SPREADSHEET_ID && env.GOOGLE_SERVICE_ACCOUNT) await mirrorOf(env).poke()
}
