import { Hono } from 'hono'
import ICAL from 'ical.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { catalogue } from '../../forms/index.ts'
import { plan2018 } from '../../forms/plan-2018.ts'
import type { AppEnv, Context } from '../../src/context.ts'
import { findForm } from '../../src/form/index.ts'
import { calendarRoutes } from '../../src/page/route/calendar.ts'
import { plant, revise, transition } from '../../src/record/index.ts'
import { findByReference } from '../../src/store/records.ts'
import { openDatabase } from '../support/d1.ts'
import { mirrorContext } from '../support/node-context.ts'

/** 1 September 2018, noon in Dakar. */
const now = Date.UTC(2018, 8, 1, 12)

/** Every record of the first day, on a database of its own. */
async function planted(): Promise<Context> {
  const context = mirrorContext(openDatabase().db, catalogue, now)
  while ((await plant(context)) > 0);
  return context
}

/** The feed's events, as a program that knows nothing of Recueil reads them. */
async function subscribe(context: Context) {
  const app = new Hono<AppEnv>()
  app.use(async (c, next) => {
    c.set('context', context)
    await next()
  })
  app.route('/', calendarRoutes)
  const response = await app.request('https://recueil.example/plan.ics')
  const calendar = new ICAL.Component(ICAL.parse(await response.text()))
  const zone = calendar.getFirstSubcomponent('vtimezone')
  if (zone === null) throw new Error('the calendar has no time zone')
  ICAL.TimezoneService.register(new ICAL.Timezone(zone))
  return {
    calendar,
    events: calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event)),
  }
}

type Subscribed = Awaited<ReturnType<typeof subscribe>>
const propertyOf = (event: ICAL.Event | undefined, name: string) =>
  event?.component.getFirstPropertyValue(name)

describe('the plan of 2018 in a calendar', () => {
  let feed: Subscribed
  beforeAll(async () => {
    feed = await subscribe(await planted())
  })

  test('has its 14 actions in order, under names that stay', () => {
    expect(plan2018).toHaveLength(14)
    expect(feed.events.map(({ uid }) => uid)).toEqual(
      plan2018.map((_, index) => `PA-${String(index + 1).padStart(4, '0')}@recueil.example`),
    )
  })

  test.each(plan2018.map(({ id, answers }, index) => ({ id, answers, index, name: answers.nom })))(
    '$name',
    ({ id, answers, index }) => {
      const event = feed.events[index]
      if (event === undefined) throw new Error('the event is not there')
      const date = String(answers.date)
      const [year = 0, month = 0, day] = date.split('-').map(Number)
      const monthOnly = day === undefined
      expect(event.startDate.isDate && event.endDate.isDate).toBe(true)
      expect(event.startDate.toString()).toBe(monthOnly ? `${date}-01` : date)
      // The end is the day after the last.
      const days = monthOnly ? new Date(year, month, 0).getDate() : 1
      expect(event.duration.toSeconds()).toBe(days * 24 * 3600)
      expect(event.summary).toBe(`${monthOnly ? 'Date à préciser\u00a0: ' : ''}${answers.nom}`)
      expect(propertyOf(event, 'transp')).toBe(monthOnly ? 'TRANSPARENT' : 'OPAQUE')
      expect(propertyOf(event, 'status')).toBe('TENTATIVE')
      expect(event.sequence).toBe(0)
      expect(event.location).toBe(answers.zones ?? 'A définir')
      expect(event.description).toContain(String(answers.description))
      for (const actor of answers.acteurs as readonly string[]) expect(event.description).toContain(actor)
      expect(event.description).toContain('https://recueil.example/plan#PA-00')
      expect(JSON.stringify(event.component.toJSON())).not.toContain(id)
    },
  )

  test('is 13 months and one day, a Monday', () => {
    const days = feed.events.filter(({ duration }) => duration.toSeconds() === 24 * 3600)
    expect(days.map(({ startDate }) => startDate.toString())).toEqual(['2018-09-24'])
    expect(days[0]?.startDate.dayOfWeek()).toBe(ICAL.Time.MONDAY)
    expect(feed.events.filter(({ location }) => location === 'A définir')).toHaveLength(7)
  })

  test('says what it is and when to look again', () => {
    const value = (name: string) => feed.calendar.getFirstPropertyValue(name)
    expect(value('x-wr-calname')).toBe('Plan d’action – Groupe Thématique «\u00a0MIGRATION\u00a0»')
    expect(String(value('refresh-interval'))).toBe('PT6H')
    expect(value('x-wr-timezone')).toBe('Africa/Dakar')
  })
})

describe('an action whose day, hours and place are settled', () => {
  const settled = { heure_debut: '14:30', heure_fin: '16:30', lieu_precis: 'Salle 2; étage 1, porte \\B' }
  let context: Context
  const first = async () => {
    const form = findForm(catalogue, 'action')
    const record = await findByReference(context.db, catalogue, 'PA-0001')
    if (!form || !record) throw new Error('the plan was not planted')
    return { form, record }
  }
  beforeAll(async () => {
    context = await planted()
    const { form, record } = await first()
    const answers = { ...record.answers, ...settled }
    await revise({ ...context, now: now + 60_000 }, form, record, { answers, revision: record.revision })
    await transition(context, form, (await first()).record, { to: 'date_confirmee', note: '' })
  })

  test('is confirmed, at its hours in Dakar', async () => {
    const [event] = (await subscribe(context)).events
    expect(event?.startDate.toString()).toBe('2018-09-24T14:30:00')
    expect(event?.startDate.zone?.tzid).toBe('Africa/Dakar')
    expect(event?.startDate.toUnixTime()).toBe(Date.UTC(2018, 8, 24, 14, 30) / 1000)
    expect(event?.endDate.toUnixTime()).toBe(Date.UTC(2018, 8, 24, 16, 30) / 1000)
    expect(propertyOf(event, 'status')).toBe('CONFIRMED')
    expect(event?.sequence).toBe((await first()).record.revision - 1)
    expect(event?.location).toBe(`${settled.lieu_precis}, Dakar`)
  })

  test('stays under its name when it is cancelled, and says so', async () => {
    const { form, record } = await first()
    await transition(context, form, record, { to: 'annulee', note: '' })
    const [event] = (await subscribe(context)).events
    expect(event?.uid).toBe('PA-0001@recueil.example')
    expect(propertyOf(event, 'status')).toBe('CANCELLED')
    expect(event?.summary).toMatch(/^Annulée\u00a0: Rencontre thématique/)
  })
})
