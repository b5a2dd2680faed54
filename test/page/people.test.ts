import { exports } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { rules } from '../../src/access/table.ts'
import { allowedTo, callers } from '../../src/page/people/roles.ts'
import { designate, minutesFormOf } from '../../src/record/index.ts'
import { findByReference } from '../../src/store/records.ts'
import { contextAt } from '../support/context.ts'
import { meetingAnswers } from '../support/samples.ts'
import { ask, send } from '../support/worker.ts'

const here = '/coordination/personnes'

describe('the page of people and roles', () => {
  test('names the coordinators to a coordinator alone, and says how that is changed', async () => {
    const page = await (await ask(here)).text()
    expect(page).toContain('coordination@recueil.example – personne, vous')
    expect(page).toContain('COORDINATORS')
    const nobody = await exports.default.fetch(new Request(`http://recueil.test${here}`))
    expect(nobody.status).toBe(401)
    expect(await nobody.text()).not.toContain('coordination@recueil.example')
  })

  test('shows who holds a live link, until when, and leads to where it is ended; a link that ended is gone', async () => {
    expect(await (await ask(here)).text()).toContain('Personne.')
    const id = crypto.randomUUID()
    const receipt = (await (
      await send('POST', '/api/v1/forms/action/records', { id, answers: meetingAnswers })
    ).json()) as {
      readonly reference: string
    }
    const context = contextAt(Date.now())
    const form = context.catalogue.forms.find(({ calendar }) => calendar !== null)
    const meeting = await findByReference(context.db, context.catalogue, receipt.reference)
    if (!form || !meeting || !minutesFormOf(context, form)) throw new Error('no meeting')
    const writers = (...names: string[]) => names.map((name) => ({ name, organisation: 'ONG Exemple A' }))
    await designate(context, form, meeting, writers('Première Personne', 'Seconde Personne'))
    const page = await (await ask(here)).text()
    expect(page).toContain('Rédiger un compte-rendu (2)')
    expect(page).toContain(`href="/coordination/rencontres/${receipt.reference}"`)
    await designate(contextAt(Date.now()), form, meeting, writers('Seconde Personne'))
    const after = await (await ask(here)).text()
    expect(after).toContain('Rédiger un compte-rendu (1)')
    expect(after).not.toContain('Première Personne')
  })

  test('calls a member that was asked by its name', async () => {
    const answers = { nom: 'ONG Exemple Z', type: '22', reseaux: ['gt'] }
    const campaign = {
      titre: 'Collecte (exemple)',
      formulaire: 'fiche-projet',
      reseaux: ['gt'],
      cloture: new Date(Date.now() + 20 * 24 * 3600 * 1000).toISOString().slice(0, 10),
    }
    const accepted = async (form: string, given: object) =>
      (await (
        await send('POST', `/api/v1/forms/${form}/records`, { id: crypto.randomUUID(), answers: given })
      ).json()) as { readonly id: string; readonly reference: string }
    const { reference } = await accepted('organisation', answers)
    const { id } = await accepted('campagne', campaign)
    await send('POST', `/api/v1/records/${id}/transitions`, { to: 'ouverte', note: '' })
    expect(await (await ask(here)).text()).toContain(`ONG Exemple Z (${reference})`)
  })

  test('tells every route of the table, once, under whoever may call it', () => {
    for (const locale of ['fr', 'en'] as const) {
      const told = callers.flatMap((caller) => allowedTo(caller, locale).flatMap((one) => one.rules))
      expect(new Set(told)).toEqual(new Set(rules))
      expect(told).toHaveLength(rules.length)
    }
  })

  test('calls every area by words, not by its address', () => {
    const areas = callers.flatMap((caller) => allowedTo(caller, 'fr').map(({ area }) => area))
    expect(areas.filter((area) => area.startsWith('/'))).toEqual([])
  })
})
