import { describe, expect, test } from 'vitest'
import { accept, erase, transition } from '../../src/record/index.ts'
import { findByReference } from '../../src/store/records.ts'
import { ask } from '../support/worker.ts'
import { contextFor, coordinator, exampleCatalogue, member, open, site, step, visit } from './example.ts'

const context = contextFor(coordinator)
const plan = (answers: Record<string, unknown>) =>
  accept(context, step, { id: crypto.randomUUID(), answers, locale: 'fr' })
const stored = async (reference: string) => {
  const record = await findByReference(context.db, exampleCatalogue, reference)
  if (record === null) throw new Error(`${reference} is not there`)
  return record
}

await plan({ serie: 'deux', nom: 'Autre', date: '2018-08', ordre: 1, place: 'Thiès' })
await plan({ serie: 'un', nom: 'Deuxième', date: '2018-10', ordre: 2, qui: ['OIM', 'Enda'] })
await plan({ serie: 'un', nom: 'Première', date: '2018-09-24', heure: '14:30', ordre: 1, place: 'Dakar' })
await plan({ serie: 'un', nom: 'Un jour', ordre: 3 })
await plan({ serie: 'un', nom: 'Pas encore publique', date: '2018-11', ordre: 4 })
await plan({ serie: 'un', nom: 'Effacée', date: '2018-11', ordre: 5 })
await transition(context, step, await stored('ET-0005'), { to: 'publiee', note: '' })
await erase(context, step, await stored('ET-0006'))

const path = '/plan.ics'
const unfolded = async (visitor = member, address = path) =>
  (await open(visitor, address)).text.replaceAll('\r\n ', '')

describe('/plan.ics', () => {
  test('is a calendar that may be kept a few minutes', async () => {
    const { status, headers, text } = await open(member, path)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(headers.get('cache-control')).toBe('public, max-age=300')
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2.0\r\n/)
    expect(text).toMatch(/\r\nEND:VCALENDAR\r\n$/)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  test('has the events in the order of the page', async () => {
    const uids = [...(await unfolded()).matchAll(/^UID:(.*)\r$/gm)].map(([, uid]) => uid)
    expect(uids).toEqual(['ET-0003@localhost', 'ET-0002@localhost', 'ET-0001@localhost'])
  })

  test('writes hours in the zone of Dakar and a month as all its days', async () => {
    const text = await unfolded()
    expect(text).toContain('DTSTART;TZID=Africa/Dakar:20180924T143000\r\n')
    expect(text).toContain('DTSTART;VALUE=DATE:20181001\r\nDTEND;VALUE=DATE:20181101\r\n')
    expect(text).toContain('SUMMARY:Date à préciser\u00a0: Deuxième\r\n')
  })

  test('says which records have no date', async () => {
    expect(await unfolded()).toMatch(
      /^X-WR-CALDESC:.*\\nSans date\\, donc pas encore ici\u00a0: ET-0004\.\r$/m,
    )
  })

  test('is the same for the coordinator: what is not public, or erased, is in no feed', async () => {
    const text = await unfolded(coordinator)
    expect(text).toBe(await unfolded())
    expect(text).not.toMatch(/Pas encore publique|ET-0005|Effacée|ET-0006/)
  })

  test('is in English by its address alone', async () => {
    expect(await unfolded(member, `${path}?lang=en`)).toContain('SUMMARY:Date to be settled: Deuxième\r\n')
    expect(await unfolded({ ...member, locale: 'en' })).toBe(await unfolded())
  })

  test('is sent once to who already has it, and again when something changed', async () => {
    const etag = (await open(member, path)).headers.get('etag') ?? ''
    expect(etag).toMatch(/^"\w+"$/)
    const ifNew = () => site(member).request(path, { headers: { 'if-none-match': `W/${etag}` } })
    const same = await ifNew()
    expect([same.status, await same.text()]).toEqual([304, ''])
    expect(same.headers.get('cache-control')).toBe('public, max-age=300')
    await plan({ serie: 'un', nom: 'Nouvelle', date: '2019-01', ordre: 9 })
    expect((await ifNew()).status).toBe(200)
  })

  test('is not there when no form is a calendar', async () => {
    const catalogue = { ...exampleCatalogue, forms: [visit] }
    expect((await open({ ...member, catalogue }, path)).status).toBe(404)
    expect((await open({ ...member, catalogue }, '/plan')).text).not.toContain('webcal:')
  })

  test('sets no cookie on its way out of the Worker, whoever may keep it', async () => {
    const response = await ask(`${path}?lang=en`)
    expect(response.status).toBe(200)
    expect(response.headers.get('set-cookie')).toBeNull()
    expect(response.headers.get('cache-control')).toBe('public, max-age=300')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })
})

describe('the page of the plan', () => {
  test('offers the subscription and its address', async () => {
    const { text } = await open(member, '/plan')
    expect(text).toMatch(/href="webcal:\/\/localhost\/plan\.ics">S’abonner au calendrier</)
    expect(text).toContain('<a href="http://localhost/plan.ics">http://localhost/plan.ics</a>')
  })

  test('offers an English reader the English one', async () => {
    const { text } = await open({ ...member, locale: 'en' }, '/plan')
    expect(text).toMatch(/href="webcal:\/\/localhost\/plan\.ics\?lang=en">Subscribe to the calendar</)
  })
})
