import { env } from 'cloudflare:workers'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import type { Notice } from '../../src/record/index.ts'
import { ask, type ReceiptBody, send } from '../support/worker.ts'

const settled = {
  type: 'rencontre_thematique',
  nom: 'Rencontre exemple',
  description: 'Un exemple ; rien de plus.',
  acteurs: ['ONG Exemple A', 'ONG Exemple B'],
  date: '2018-09-24',
  ordre: 1,
  zones: 'Dakar',
  lieu_precis: 'Salle exemple',
  heure_debut: '14:30',
  heure_fin: '16:30',
  point_focal: 'Coordinateur de la PFONGUE',
  criteres: [{ critere: 'Un critère.' }],
}

/** A meeting of the plan, by the API: what is asked of it, and what people were told. */
async function planned(answers: object = settled) {
  const id = crypto.randomUUID()
  const accepted = await send('POST', '/api/v1/forms/action/records', { id, answers })
  const { reference } = (await accepted.json()) as ReceiptBody
  let revision = 1
  const path = `/api/v1/records/${id}`
  const kept = async (response: Promise<Response>) => {
    const { status } = await response
    if (status === 200) revision += 1
    return status
  }
  return {
    reference,
    move: (to: string) => kept(send('POST', `${path}/transitions`, { to, note: '' })),
    revise: (changes: object) =>
      kept(send('PATCH', path, { answers: { ...answers, ...changes } }, { 'if-match': String(revision) })),
    erase: async () => (await ask(path, { method: 'DELETE' })).status,
    payloads: async () => {
      const { results } = await env.DB.prepare('SELECT payload FROM events WHERE record = ? ORDER BY seq')
        .bind(id)
        .all<{ payload: string }>()
      return results.map(({ payload }) => payload)
    },
    /** The events that tell people something, oldest first. */
    async told() {
      const all = (await this.payloads()).map((payload) => JSON.parse(payload) as Told)
      return all.filter(({ type }) => type.startsWith('meeting.'))
    },
  }
}

type Told = { readonly type: string; readonly data: { readonly record: object; readonly notice: Notice } }

/** The event of a notice as a program that knows nothing of Recueil reads it. */
function readIcs(notice: Notice | undefined) {
  const calendar = new ICAL.Component(ICAL.parse(notice?.ics ?? ''))
  const zone = calendar.getFirstSubcomponent('vtimezone')
  if (zone) ICAL.TimezoneService.register(new ICAL.Timezone(zone))
  const [component, ...others] = calendar.getAllSubcomponents('vevent')
  if (!component || others.length > 0) throw new Error('a message has one event')
  const event = new ICAL.Event(component)
  return {
    method: calendar.getFirstPropertyValue('method'),
    status: component.getFirstPropertyValue('status'),
    event,
  }
}

describe('a meeting that is confirmed', () => {
  test('invites, in the words and in the calendar of those who are to come', async () => {
    const meeting = await planned()
    expect(await meeting.move('date_confirmee')).toBe(200)
    const [invitation, ...others] = await meeting.told()
    expect(others).toEqual([])
    expect(invitation).toMatchObject({
      type: 'meeting.invitation',
      data: {
        record: { reference: meeting.reference, status: 'date_confirmee' },
        notice: { url: `http://recueil.test/plan#${meeting.reference}` },
      },
    })
    const notice = invitation?.data.notice
    expect(notice?.subject).toBe(
      '[GT MIGRATION] Invitation\u00a0: Rencontre exemple, lundi 24 septembre 2018 à 14\u00a0h\u00a030',
    )
    expect(notice?.text.split('\n')).toEqual([
      'Invitation\u00a0: Rencontre exemple',
      '',
      'Quand\u00a0: lundi 24 septembre 2018, de 14\u00a0h\u00a030 à 16\u00a0h\u00a030 (heure de Dakar)',
      'Où\u00a0: Salle exemple, Dakar',
      'Description\u00a0: Un exemple ; rien de plus.',
      'Les acteurs\u00a0: ONG Exemple A\u00a0; ONG Exemple B',
      '',
      `http://recueil.test/plan#${meeting.reference}`,
    ])
    const { method, status, event } = readIcs(notice)
    expect({ method, status, uid: event.uid, sequence: event.sequence }).toEqual({
      method: 'PUBLISH',
      status: 'CONFIRMED',
      uid: `${meeting.reference}@recueil.test`,
      sequence: 1,
    })
    expect(event.startDate.zone?.tzid).toBe('Africa/Dakar')
    expect(event.startDate.toUnixTime()).toBe(Date.UTC(2018, 8, 24, 14, 30) / 1000)
    expect(event.endDate.toUnixTime()).toBe(Date.UTC(2018, 8, 24, 16, 30) / 1000)
    const feed = await (await ask('/plan.ics')).text()
    expect(feed).toContain(`UID:${event.uid}\r\n`)
    expect(JSON.stringify(invitation)).not.toContain(settled.point_focal)
  })

  test('with a long name is cut in the subject, before its day and hour', async () => {
    const nom = `Rencontre exemple ${'très '.repeat(40)}longue`
    const meeting = await planned({ ...settled, nom })
    await meeting.move('date_confirmee')
    const [invitation] = await meeting.told()
    expect(invitation?.data.notice.subject).toMatch(
      /^.{120,200}…, lundi 24 septembre 2018 à 14\u00a0h\u00a030$/,
    )
    expect(invitation?.data.notice.text).toContain(nom)
  })

  test('is told of again when its day, hours or place change, and of nothing else', async () => {
    const meeting = await planned()
    await meeting.move('date_confirmee')
    expect(await meeting.revise({ description: 'Un autre exemple.' })).toBe(200)
    expect(await meeting.told()).toHaveLength(1)
    expect(await meeting.revise({ date: '2018-10-01', heure_fin: undefined })).toBe(200)
    const [invitation, changed, ...others] = await meeting.told()
    expect(others).toEqual([])
    expect(changed?.type).toBe('meeting.changed')
    expect(changed?.data.notice.subject).toBe(
      '[GT MIGRATION] Changement\u00a0: Rencontre exemple, lundi 1er octobre 2018 à 14\u00a0h\u00a030',
    )
    expect(changed?.data.notice.text).toContain(
      'Auparavant\u00a0: lundi 24 septembre 2018, de 14\u00a0h\u00a030 à 16\u00a0h\u00a030 – Salle exemple, Dakar',
    )
    const former = readIcs(invitation?.data.notice).event
    const { event } = readIcs(changed?.data.notice)
    expect(event.uid).toBe(former.uid)
    expect(event.sequence).toBeGreaterThan(former.sequence)
    expect(event.startDate.toString()).toBe('2018-10-01T14:30:00')
  })

  test.each([
    ['reportee', 'Reportée'],
    ['annulee', 'Annulée'],
  ])('and then is no more (%s) leaves the calendars, under the same name', async (state, label) => {
    const meeting = await planned()
    await meeting.move('date_confirmee')
    await meeting.move(state)
    const [invitation, cancelled] = await meeting.told()
    expect(cancelled?.type).toBe('meeting.cancelled')
    expect(cancelled?.data.notice.subject).toContain(
      `] ${label}\u00a0: Rencontre exemple, lundi 24 septembre`,
    )
    const { method, status, event } = readIcs(cancelled?.data.notice)
    expect({ method, status }).toEqual({ method: 'CANCEL', status: 'CANCELLED' })
    const former = readIcs(invitation?.data.notice).event
    expect(event.uid).toBe(former.uid)
    expect(event.sequence).toBeGreaterThan(former.sequence)
  })

  test('and postponed invites anew when it is confirmed again', async () => {
    const meeting = await planned()
    for (const state of ['date_confirmee', 'reportee', 'date_confirmee']) await meeting.move(state)
    expect((await meeting.told()).map(({ type }) => type)).toEqual([
      'meeting.invitation',
      'meeting.cancelled',
      'meeting.invitation',
    ])
  })

  test('and held is nobody’s appointment any more, whatever is corrected of it', async () => {
    const meeting = await planned()
    await meeting.move('date_confirmee')
    await meeting.move('tenue')
    await meeting.revise({ lieu_precis: 'Autre salle exemple' })
    expect(await meeting.told()).toHaveLength(1)
  })

  test('and erased is told of no more, in what was not sent yet either', async () => {
    const meeting = await planned()
    await meeting.move('date_confirmee')
    expect(await meeting.erase()).toBe(204)
    expect((await meeting.payloads()).join()).not.toContain('Rencontre exemple')
  })
})

describe('a meeting', () => {
  test.each([
    ['without an hour', { heure_debut: undefined, heure_fin: undefined }],
    ['without a place', { zones: undefined, lieu_precis: undefined }],
    ['of a month', { date: '2018-09' }],
  ])('%s is not confirmed, and invites nobody', async (_, changes) => {
    const meeting = await planned({ ...settled, ...changes })
    expect(await meeting.move('date_confirmee')).toBe(409)
    expect(await meeting.told()).toEqual([])
  })

  test('tells nobody of what is put off or changed before it is confirmed', async () => {
    const meeting = await planned()
    await meeting.revise({ date: '2018-09-25' })
    await meeting.move('annulee')
    expect(await meeting.told()).toEqual([])
  })

  test('is owed to the endpoints that asked for invitations, once', async () => {
    const asked = { url: 'https://liste.example/hook', events: ['meeting.invitation'] }
    const endpoint = await send('POST', '/api/v1/endpoints', asked)
    const { id } = (await endpoint.json()) as { readonly id: string }
    const meeting = await planned()
    await meeting.move('date_confirmee')
    await meeting.move('annulee')
    const { results } = await env.DB.prepare(
      'SELECT type FROM deliveries JOIN events ON seq = event WHERE endpoint = ?',
    )
      .bind(id)
      .all()
    expect(results).toEqual([{ type: 'meeting.invitation' }])
  })
})
