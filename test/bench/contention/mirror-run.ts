import { startRig } from '../../dev/mirror/rig.ts'
import { createDesk } from './coordinator.ts'
import { createLatency } from './latency.ts'
import { logOf, quiet, type Scenario } from './log.ts'
import { type Score, scoreOf } from './score.ts'
import { createWatch } from './watch.ts'
import { createWeather } from './weather.ts'

/** How long a submission waits for others to share its pass, as in the Worker. */
const coalescing = 2_000

/** Plays a scenario to our mirror: the same moments, faults and delays, met in the middle of its passes too. */
export async function runMirror(scenario: Scenario, seed: number): Promise<Score> {
  const rig = await startRig()
  const { sheet } = rig
  await rig.run(true)
  const sheetId = rig.tabs()[0]?.sheetId ?? 0
  // The rig's clock, as the sheet wrote it down at the last call.
  const start = sheet.calls.list.at(-1)?.at ?? 0
  const desk = createDesk(sheet.book, sheetId)
  const log = logOf(scenario, seed)
  const watch = createWatch(sheet.book, desk.title, log)
  const weather = createWeather()
  const latency = createLatency(seed)
  const waiting = [...log]
  let now = 0
  let wake = Number.POSITIVE_INFINITY

  /** Time passes, and what happens meanwhile happens. */
  const advance = async (until: number) => {
    for (let next = waiting[0]; next !== undefined && next.at <= until; next = waiting[0]) {
      waiting.shift()
      pass(next.at)
      if (next.kind === 'edit') desk.act(next.edit)
      else {
        await rig.send(next.sent.number, next.sent.answers)
        wake = Math.min(wake, now + coalescing)
      }
    }
    pass(until)
  }
  const pass = (at: number) => {
    if (at > now) rig.wait(at - now)
    now = Math.max(now, at)
  }

  const run = async (forced: boolean) => {
    wake = Number.POSITIVE_INFINITY
    const outcome = await rig.run(forced)
    watch.look(now)
    if (outcome.kind === 'waiting') wake = Math.min(wake, outcome.until - start)
    if (outcome.kind === 'more') wake = now
  }

  sheet.faults.onCall(async ({ kind }) => {
    watch.look(now)
    await advance(now + latency())
    const fault = scenario.faults ? weather(kind, now) : null
    if (fault !== null && kind !== 'token') sheet.faults.next(fault, { on: kind })
  })
  sheet.calls.reset()
  const end = (log.at(-1)?.at ?? 0) + quiet
  for (;;) {
    const next = Math.min(waiting[0]?.at ?? Number.POSITIVE_INFINITY, wake)
    if (next > end) break
    await advance(Math.max(next, now))
    if (wake <= now) await run(false)
  }
  // A last look at every tab until nothing is left to do, as the alarm takes it.
  await rig.settle('poll')
  const score = scoreOf({ book: sheet.book, log, desk, watch, calls: sheet.calls })
  await rig.close()
  return score
}
