import type { Fault, IncomingCall } from '../../../dev/sheet/index.ts'
import { betweenBursts, firstBurst } from './log.ts'

type Window = { readonly from: number; readonly to: number; readonly fault: Fault }
type Strike = { readonly from: number; readonly count: number; readonly fault: Fault }

const inBurst = (burst: number, offset: number): number => firstBurst + burst * betweenBursts + offset

/** Every call that comes in meanwhile fails: another program has spent the project's quota; Google is down. */
const windows: readonly Window[] = [
  { from: inBurst(2, 1_000), to: inBurst(2, 9_000), fault: { kind: 'status', status: 429 } },
  { from: inBurst(6, 1_500), to: inBurst(6, 6_000), fault: { kind: 'status', status: 503 } },
]

/** The first writes to come in from then on are made, and the answer says or seems to say that they are not. */
const strikes: readonly Strike[] = [
  { from: inBurst(1, 0), count: 2, fault: { kind: 'status', status: 503, applied: true } },
  { from: inBurst(4, 0), count: 2, fault: { kind: 'reset', applied: true } },
  { from: inBurst(7, 0), count: 2, fault: { kind: 'status', status: 503, applied: true } },
  { from: inBurst(8, 0), count: 2, fault: { kind: 'reset', applied: true } },
]

/** The faults of one run, by time and not by the number of calls: who calls seldom meets no fewer strikes. */
export function createWeather(): (kind: IncomingCall['kind'], at: number) => Fault | null {
  const left = strikes.map((strike) => ({ ...strike }))
  return (kind, at) => {
    if (kind === 'token') return null
    const window = windows.find(({ from, to }) => at >= from && at < to)
    if (window !== undefined) return window.fault
    const strike = left.find(({ from, count }) => kind === 'write' && at >= from && count > 0)
    if (strike === undefined) return null
    strike.count -= 1
    return strike.fault
  }
}
