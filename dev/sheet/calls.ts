import type { CallKind } from './faults.ts'

export type Call = {
  readonly kind: CallKind
  readonly method: string
  readonly path: string
  /** Kinds of the sub-requests of a batchUpdate, in order. */
  readonly requests: readonly string[]
  /** The body as received. */
  readonly body: string
  /** HTTP status; null when the call was left hanging or cut. */
  readonly status: number | null
  /** Milliseconds since epoch, by the injected clock. */
  readonly at: number
  readonly bytesIn: number
  readonly bytesOut: number
}

export type CallLog = {
  readonly reads: number
  readonly writes: number
  readonly tokens: number
  readonly bytesIn: number
  readonly bytesOut: number
  /** The latest calls, oldest first: at most 1,000 calls and 64 MB of bodies. */
  readonly list: readonly Call[]
  readonly reset: () => void
}

export type CallRecorder = CallLog & { readonly record: (call: Call) => void }

const listLimit = 1000
const bodyLimit = 64 * 1024 * 1024

export function createCallLog(): CallRecorder {
  let list: Call[] = []
  let kept = 0
  let counters = { reads: 0, writes: 0, tokens: 0, bytesIn: 0, bytesOut: 0 }
  return {
    get reads() {
      return counters.reads
    },
    get writes() {
      return counters.writes
    },
    get tokens() {
      return counters.tokens
    },
    get bytesIn() {
      return counters.bytesIn
    },
    get bytesOut() {
      return counters.bytesOut
    },
    get list() {
      return list
    },
    reset() {
      list = []
      kept = 0
      counters = { reads: 0, writes: 0, tokens: 0, bytesIn: 0, bytesOut: 0 }
    },
    record(call) {
      counters = {
        reads: counters.reads + Number(call.kind === 'read'),
        writes: counters.writes + Number(call.kind === 'write'),
        tokens: counters.tokens + Number(call.kind === 'token'),
        bytesIn: counters.bytesIn + call.bytesIn,
        bytesOut: counters.bytesOut + call.bytesOut,
      }
      list = [...list, call]
      kept += call.bytesIn
      while (list.length > listLimit || (kept > bodyLimit && list.length > 1)) {
        kept -= list[0]?.bytesIn ?? 0
        list = list.slice(1)
      }
    },
  }
}
