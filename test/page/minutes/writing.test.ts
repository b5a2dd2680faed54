import { beforeEach, describe, expect, test } from 'vitest'
import { catalogue } from '../../../forms/index.ts'
import { findForm } from '../../../src/form/index.ts'
import { accept, revise } from '../../../src/record/index.ts'
import { contextAt } from '../../support/context.ts'
import { ask } from '../../support/worker.ts'
import {
  attend,
  confirmedMeeting,
  move,
  now,
  personalLinks,
  post,
  stored,
  visit,
  written,
} from './meeting.ts'

let meeting: string
const page = () => `/coordination/rencontres/${meeting}`
const designate = (...names: readonly string[]) =>
  post(page(), [['action', 'designate'], ...names.map((name, at) => [`name.${at}`, name] as const)])

beforeEach(async () => {
  meeting = await confirmedMeeting()
})

const revisionIn = (html: string) => /name="revision" value="(\d+)"/.exec(html)?.[1] ?? ''
const referenceIn = (path: string) => /CR-\d+/.exec(path)?.[0] ?? ''

describe('the screen of a meeting', () => {
  test('leads phones to the attendance form with the meeting chosen, and shows who signed in', async () => {
    await attend(meeting, 'Participante exemple', true)
    await attend(meeting, 'Participant exemple', false)
    const html = await (await ask(page())).text()
    const address = `http://recueil.test/formulaires/presence?action_id=${meeting}`
    expect(html).toContain(`<a href="${address}">`)
    expect(html).toMatch(/<svg class="qr"[^>]*role="img"/)
    expect(html).toContain('Personnes présentes\u00a0: 2')
    expect(html).toContain(
      'Participant exemple, ONG Exemple A<span class="hint"> (ne souhaite pas être nommé)',
    )
    const form = await (await visit(`/formulaires/presence?action_id=${meeting}`)).text()
    expect(form).toMatch(new RegExp(`<option value="${meeting}" selected`))
    expect(form).toContain('<details id="section-plus">')
  })

  test('opens for coordinators alone', async () => {
    expect((await visit(page())).status).toBe(401)
    expect((await visit('/coordination/rencontres')).status).toBe(401)
    expect(
      (
        await visit(page(), [
          ['action', 'designate'],
          ['name.0', 'Intrus'],
        ])
      ).status,
    ).toBe(401)
  })

  test('takes one or two note-takers, from the list or not, and refuses none and three', async () => {
    await attend(meeting, 'Participante exemple', true)
    const present = /name="present" value="(PR-\d+)"/.exec(await (await ask(page())).text())?.[1] ?? ''
    for (const names of [[], ['A', 'B']]) {
      const listed = names.length === 0 ? [] : [['present', present] as const]
      const refused = await post(page(), [
        ['action', 'designate'],
        ...listed,
        ...names.map((name, at) => [`name.${at}`, name] as const),
      ])
      expect(refused.status).toBe(422)
      const html = await refused.text()
      expect(html).toContain('Désignez de 1 à 2 personnes')
      for (const name of names) expect(html).toContain(`value="${name}"`)
    }
    expect(await personalLinks(meeting)).toEqual([])
    const done = await post(page(), [
      ['action', 'designate'],
      ['present', present],
      ['name.0', 'Rapporteur exemple'],
    ])
    expect(done.status).toBe(303)
    expect(await personalLinks(meeting)).toHaveLength(2)
  })

  test('takes no more names once the meeting is held, but the coordinator’s', async () => {
    await move(meeting, 'tenue')
    await expect(attend(meeting, 'Retardataire exemple', true)).rejects.toMatchObject({
      errors: [{ pointer: '/action_id' }],
    })
    expect(await (await ask(page())).text()).toContain('La liste de présence est close.')
  })
})

describe('a note-taker', () => {
  test('writes by a personal link what the meeting does not already say, and saves it incomplete', async () => {
    await designate('Rapporteuse exemple')
    const [link = ''] = await personalLinks(meeting)
    const html = await (await visit(link)).text()
    expect(html).toMatch(/id="titre"[^>]*value="Rencontre exemple"/)
    expect(html).toMatch(/id="lieu"[^>]*value="Salle exemple"/)
    const saved = await visit(link, [
      ['revision', revisionIn(html)],
      ['action', 'send'],
      ['action_id', meeting],
      ['titre', 'Rencontre exemple'],
      ['contexte', 'Un début.'],
    ])
    expect(saved.status).toBe(303)
    expect((await stored(referenceIn(link))).answers).toMatchObject({ contexte: 'Un début.' })
  })

  test('sees what the other wrote meanwhile beside the own words, and loses none of them', async () => {
    await designate('Rapporteuse exemple', 'Rapporteur exemple')
    const [one = '', other = ''] = await personalLinks(meeting)
    const revision = revisionIn(await (await visit(one)).text())
    const writing = (contexte: string) =>
      [
        ['revision', revision],
        ['action', 'send'],
        ['action_id', meeting],
        ['titre', 'Rencontre exemple'],
        ['contexte', contexte],
      ] as const
    expect((await visit(one, writing('Le premier.'))).status).toBe(303)
    const stale = await visit(other, writing('Le second.'))
    expect(stale.status).toBe(412)
    const html = await stale.text()
    expect(html).toContain('Le premier.')
    expect(html).toContain('Le second.</textarea>')
    expect((await stored(referenceIn(one))).answers.contexte).toBe('Le premier.')
  })

  test('sends when all is there: what lacks is told at its place, and what was typed is kept', async () => {
    await designate('Rapporteuse exemple')
    const [link = ''] = await personalLinks(meeting)
    const reference = referenceIn(link)
    const revision = revisionIn(await (await visit(link)).text())
    const incomplete = written.filter(([name]) => name !== 'objectifs')
    const send = (entries: typeof written, at: string) =>
      visit(link, [['revision', at], ['action', 'move:envoye'], ['action_id', meeting], ...entries])
    const refused = await send(incomplete, revision)
    expect(refused.status).toBe(422)
    const html = await refused.text()
    expect(html).toContain('<a href="#objectifs">')
    expect(await stored(reference)).toMatchObject({
      status: 'brouillon',
      answers: { contexte: 'Un exemple.' },
    })
    expect((await send(written, revisionIn(html))).status).toBe(303)
    expect((await stored(reference)).status).toBe('envoye')
  })

  test('is locked out once the coordinator lays the minutes out, which waits for the attendance to be closed', async () => {
    await designate('Rapporteuse exemple')
    const [link = ''] = await personalLinks(meeting)
    const reference = referenceIn(link)
    const revision = revisionIn(await (await visit(link)).text())
    await visit(link, [['revision', revision], ['action', 'move:envoye'], ['action_id', meeting], ...written])
    const lay = () => post(`/coordination/fiches/${reference}/statut`, [['to', 'mise_en_page']])
    const early = await lay()
    expect(early.status).toBe(409)
    expect(await early.text()).toContain('La liste de présence est encore ouverte')
    await move(meeting, 'tenue')
    expect((await lay()).status).toBe(303)
    const html = await (await visit(link)).text()
    expect(html).toContain('cette fiche ne se corrige plus par ce lien')
    expect(html).not.toContain('<textarea')
    const late = await visit(link, [
      ['revision', '4'],
      ['action', 'send'],
      ['contexte', 'Trop tard.'],
    ])
    expect(late.status).toBe(403)
    expect(await late.text()).toContain('Trop tard.')
  })

  test('loses the link when somebody else is designated, and when it is replaced', async () => {
    await designate('Rapporteuse exemple', 'Rapporteur exemple')
    const [one = '', other = ''] = await personalLinks(meeting)
    await designate('Rapporteuse exemple')
    expect((await visit(one)).status + (await visit(other)).status).toBe(200 + 404)
    const html = await (await ask(page())).text()
    const id = /name="link" value="([^"]+)"/.exec(html)?.[1] ?? ''
    expect(
      (
        await post(page(), [
          ['action', 'replace'],
          ['link', id],
        ])
      ).status,
    ).toBe(303)
    expect((await visit(one)).status).toBe(404)
    const [fresh = ''] = await personalLinks(meeting)
    expect((await visit(fresh)).status).toBe(200)
  })

  test('loses the link when it is ended, whatever is pressed twice, and has another once designated again', async () => {
    await designate('Rapporteuse exemple')
    const [link = ''] = await personalLinks(meeting)
    const html = await (await ask(page())).text()
    const id = /name="link" value="([^"]+)"/.exec(html)?.[1] ?? ''
    const end = () =>
      post(page(), [
        ['action', 'revoke'],
        ['link', id],
      ])
    expect([(await end()).status, (await end()).status]).toEqual([303, 422])
    expect((await visit(link)).status).toBe(404)
    expect(await personalLinks(meeting)).toEqual([])
    await designate('Rapporteuse exemple')
    const [fresh = ''] = await personalLinks(meeting)
    expect([fresh === link, (await visit(fresh)).status]).toEqual([false, 200])
  })

  test('is told which word the lexicon prefers, and keeps the own one', async () => {
    const context = contextAt(now)
    const lexicon = findForm(catalogue, 'terme')
    if (!lexicon) throw new Error('no lexicon')
    const answers = { terme: 'mobilité choisie', a_eviter: ['exode'] }
    const { receipt } = await accept(context, lexicon, { id: crypto.randomUUID(), answers, locale: 'fr' })
    await move(receipt.reference, 'adopte')
    await designate('Rapporteuse exemple')
    const [link = ''] = await personalLinks(meeting)
    const revision = revisionIn(await (await visit(link)).text())
    await visit(link, [
      ['revision', revision],
      ['action', 'send'],
      ['action_id', meeting],
      ['contexte', 'L’exode des jeunes.'],
    ])
    const html = await (await visit(link)).text()
    expect(html).toContain('L’exode des jeunes.</textarea>')
    expect(html).toContain(
      'Le groupe dit plutôt «\u00a0mobilité choisie\u00a0» (au lieu de «\u00a0exode\u00a0»).',
    )
  })

  test('leaves the minutes with their meeting, of which another may have its own', async () => {
    await designate('Rapporteuse exemple')
    const [link = ''] = await personalLinks(meeting)
    const other = await confirmedMeeting()
    const revision = revisionIn(await (await visit(link)).text())
    const moved = await visit(link, [['revision', revision], ['action_id', other], ...written])
    expect(moved.status).toBe(422)
    expect(await moved.text()).toContain('restent celles de leur rencontre')
    expect(await personalLinks(other)).toEqual([])
    expect(await personalLinks(meeting)).toEqual([link])
  })

  test('begins other minutes when the coordinator took the first for another meeting', async () => {
    await designate('Rapporteuse exemple')
    const [link = ''] = await personalLinks(meeting)
    const record = await stored(referenceIn(link))
    const form = findForm(catalogue, 'compte-rendu')
    if (!form) throw new Error('no minutes')
    await revise(contextAt(now), form, record, {
      answers: { ...record.answers, action_id: await confirmedMeeting() },
      revision: record.revision,
    })
    expect((await designate('Rapporteuse exemple')).status).toBe(303)
    const [next = ''] = await personalLinks(meeting)
    expect(referenceIn(next)).not.toBe(referenceIn(link))
  })

  test('is begun once, however often the button is pressed', async () => {
    const answers = await Promise.all([designate('Rapporteuse exemple'), designate('Rapporteuse exemple')])
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect(await personalLinks(meeting)).toHaveLength(1)
  })
})
