import ICAL from 'ical.js'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Started, startRecueil, until } from '../browser/recueil.ts'
import { type Interference, openInterference } from '../support/interference.ts'
import { readMail } from '../support/mail-reader.ts'
import { type Mailman, mailmanMissing, startMailman } from '../support/mailman.ts'

const meeting = {
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

/** The whole of it: Recueil as `npm start` runs it, a Mailman 3 with a list of two, and their mail. */
describe('a list of a real Mailman', () => {
  let recueil: Started
  let mailman: Mailman
  let between: Interference
  let endpoint = ''

  beforeEach(({ skip }) => {
    if (mailmanMissing !== null) skip(mailmanMissing)
  })
  beforeAll(async () => {
    if (mailmanMissing !== null) return
    ;[recueil, mailman] = await Promise.all([startRecueil(8989), startMailman()])
    between = await openInterference(mailman.endpoint.url)
    const { status, body } = await ask('POST', '/endpoints', { ...mailman.endpoint, url: between.url })
    expect(status).toBe(201)
    endpoint = body.id
  })
  afterAll(async () => {
    await recueil?.kill()
    await between?.close()
    await mailman?.close()
  })

  async function ask(method: string, path: string, input?: unknown) {
    const response = await fetch(`${recueil.url}/api/v1${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(input !== undefined && { body: JSON.stringify(input) }),
    })
    // biome-ignore lint/suspicious/noExplicitAny: what the API answers is looked into by each test.
    return { status: response.status, body: (await response.json()) as any }
  }
  const tested = async (): Promise<string> => (await ask('POST', `/endpoints/${endpoint}/test`)).body.id
  const stateOf = async (id: string): Promise<string> => {
    const { body } = await ask('GET', `/endpoints/${endpoint}/deliveries`)
    return body.deliveries.find((delivery: { id: string }) => delivery.id === id).state
  }
  const reaches = (id: string, state: string) => until(async () => (await stateOf(id)) === state)
  /**
   * How many messages each member got, once Mailman has nothing left to hand over. It goes on counting from test to test:
   * a double that one had not seen yet would come before the next one's message.
   */
  const counts = async (atLeast: number): Promise<readonly number[]> => {
    const count = () => mailman.members.map((member) => mailman.inbox(member).length)
    await until(async () => Math.min(...count()) >= atLeast && (await mailman.isQuiet()))
    return count()
  }

  test('gives each member one message, which reads as it was written', async () => {
    await reaches(await tested(), 'delivered')
    expect(await counts(1)).toEqual([1, 1])
    for (const member of mailman.members) {
      const [mailed] = mailman.inbox(member)
      const { headers, parts } = readMail(mailed?.raw ?? '')
      expect(headers).toMatchObject({
        subject: '[GT MIGRATION] Message d’essai',
        from: expect.stringContaining('recueil@recueil.example'),
        to: 'migration@listes.example',
        'list-id': expect.stringContaining('<migration.listes.example>'),
        'auto-submitted': 'auto-generated',
      })
      expect(parts[0]?.text).toContain('S’il vous parvient, cette liste recevra les annonces du groupe.')
      expect(parts[0]?.text).toContain(recueil.url)
    }
  })

  test('whose answer is lost after it took the message gets no second one until the coordinator says so', async () => {
    between.swallow(1)
    const id = await tested()
    await reaches(id, 'held')
    expect(await counts(2)).toEqual([2, 2])
    const { body } = await ask('GET', '/events?after=0')
    expect(JSON.stringify(body)).toContain('delivery.held')

    await fetch(`${recueil.url}/cdn-cgi/handler/scheduled`)
    expect(await stateOf(id)).toBe('held')
    expect(await counts(2)).toEqual([2, 2])

    expect((await ask('POST', `/deliveries/${id}/replay`)).status).toBe(202)
    await reaches(id, 'delivered')
    expect(await counts(3)).toEqual([3, 3])
    const [, first, again] = mailman.inbox(mailman.members[0] ?? '')
    const identity = (raw = '') => readMail(raw).headers['message-id']
    expect(identity(again?.raw)).toBe(identity(first?.raw))
  })

  test('whose lost message the coordinator settles gets no second one', async () => {
    between.swallow(1)
    const id = await tested()
    await reaches(id, 'held')
    expect((await ask('POST', `/deliveries/${id}/settle`)).body.state).toBe('delivered')
    await fetch(`${recueil.url}/cdn-cgi/handler/scheduled`)
    expect(await counts(4)).toEqual([4, 4])
  })

  test('that cannot be reached gets the message once it can, one', async () => {
    await between.away(async () => {
      const id = await tested()
      await until(async () => {
        const { body } = await ask('GET', `/endpoints/${endpoint}/deliveries`)
        return body.deliveries[0].attempts.length > 0
      })
      expect(await stateOf(id)).toBe('waiting')
    })
    const { body } = await ask('GET', `/endpoints/${endpoint}/deliveries`)
    await reaches(body.deliveries[0].id, 'delivered')
    expect(await counts(5)).toEqual([5, 5])
  })

  test('is invited to a meeting that is confirmed, with the meeting for calendar programs', async () => {
    const id = crypto.randomUUID()
    const accepted = await ask('POST', '/forms/action/records', { id, answers: meeting })
    expect(accepted.status).toBe(201)
    const moved = await ask('POST', `/records/${id}/transitions`, { to: 'date_confirmee', note: '' })
    expect(moved.status).toBe(200)
    expect(await counts(6)).toEqual([6, 6])
    const { headers, parts } = readMail(mailman.inbox(mailman.members[1] ?? '').at(-1)?.raw ?? '')
    expect(headers.subject).toBe(
      '[GT MIGRATION] Invitation\u00a0: Rencontre exemple, lundi 24 septembre 2018 à 14\u00a0h\u00a030',
    )
    expect(parts[0]?.text).toContain('Où\u00a0: Salle exemple, Dakar')
    expect(parts[0]?.text).toContain(`${recueil.url}/plan#${accepted.body.reference}`)
    const calendar = new ICAL.Component(ICAL.parse(parts[1]?.text ?? ''))
    expect(parts[1]?.type).toContain('text/calendar')
    expect(calendar.getFirstSubcomponent('vevent')?.getFirstPropertyValue('summary')).toBe(
      'Rencontre exemple',
    )
  })
})
