import { openSink } from '../browser/sink.ts'
import { projectSheet } from '../support/samples.ts'
import type { Figure } from './index.ts'

/** What one acceptance writes, and how many come in a second beside the cheapest request there is. */
export async function storeFigures(url: string): Promise<readonly Figure[]> {
  const post = (path: string, body: unknown) =>
    fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const sink = await openSink()
  const endpoint = (await (await post('/api/v1/endpoints', { url: sink.url })).json()) as { id: string }
  const cost = (await (await fetch(`${url}/cost`)).json()) as Record<
    'batches' | 'queries' | 'rowsWritten',
    number
  >
  await fetch(`${url}/api/v1/endpoints/${endpoint.id}`, { method: 'DELETE' })
  await sink.close()
  const submit = () =>
    post('/api/v1/forms/fiche-projet/records', { id: crypto.randomUUID(), answers: projectSheet })
  const health = () => fetch(`${url}/health`)
  await inTurns(submit, 50)
  const submissions = await inTurns(submit, 500)
  const pings = await inTurns(health, 500)
  return [
    { what: 'D1 batches', value: cost.batches, unit: '', budget: 1 },
    { what: 'D1 statements outside the batch', value: cost.queries, unit: '', budget: 0 },
    { what: 'rows written, three zones and one endpoint', value: cost.rowsWritten, unit: '', budget: 10 },
    {
      what: 'submissions a second, 16 at a time, local runtime',
      value: Math.round(submissions),
      unit: '/s',
      budget: null,
    },
    { what: 'the same for GET /health (one SELECT)', value: Math.round(pings), unit: '/s', budget: null },
    {
      what: 'a submission costs as many health checks',
      value: Math.round((pings / submissions) * 10) / 10,
      unit: '×',
      budget: null,
    },
  ]
}

/** Does a thing `count` times, 16 at a time. @returns how many a second */
async function inTurns(act: () => Promise<Response>, count: number): Promise<number> {
  const start = performance.now()
  let left = count
  const worker = async () => {
    while (left > 0) {
      left -= 1
      const response = await act()
      await response.arrayBuffer()
      if (!response.ok) throw new Error(`answered ${response.status}`)
    }
  }
  await Promise.all(Array.from({ length: 16 }, worker))
  return count / ((performance.now() - start) / 1000)
}
