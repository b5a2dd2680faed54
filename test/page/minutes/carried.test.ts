import { createExecutionContext, createScheduledController } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { revise } from '../../../src/record/index.ts'
import { allRecords } from '../../../src/store/records.ts'
import worker from '../../../src/worker.ts'
import { contextAt } from '../../support/context.ts'
import { now, stored } from './meeting.ts'
import { carry, correct, form, moveAlong, publish, sentMinutes } from './sent.ts'

let meeting: string
let minutes: string

beforeEach(async () => {
  ;({ meeting, minutes } = await sentMinutes())
})

describe('what published minutes bring', () => {
  const elements = async () => {
    const all = await allRecords(env.DB, form('plaidoyer'))
    return all
      .flatMap(
        ({ answers }) => (answers.elements ?? []) as { element_texte: string; element_source: string }[],
      )
      .filter(({ element_source }) => element_source === minutes)
      .map(({ element_texte }) => element_texte)
  }

  test('is in the advocacy, the library and the plan within a minute, once, however often it is carried', async () => {
    await publish(minutes)
    await worker.scheduled(createScheduledController({ scheduledTime: now }), env, createExecutionContext())
    await carry()
    await env.DB.prepare('UPDATE versions SET carried_at = NULL').run()
    await carry()
    expect(await elements()).toEqual(['Un premier élément.', 'Un second élément.'])
    const sources = (await allRecords(env.DB, form('document'))).filter(({ answers }) =>
      String(answers.source).includes(minutes),
    )
    expect(sources).toMatchObject([
      { answers: { type: 'source_carte', resume: 'Une étude à reprendre.', date: '2018-09-24' } },
    ])
    expect((await stored(meeting)).status).toBe('cr_publie')
  })

  test('follows a correction, except what the coordinator changed there since', async () => {
    await publish(minutes)
    await carry()
    await moveAlong(minutes, 'mise_en_page')
    await correct(minutes, { apport_plaidoyer: 'Un premier élément.\n\nUn troisième.' })
    await moveAlong(minutes, 'relecture', 'valide', 'publie')
    await carry()
    expect(await elements()).toEqual(['Un premier élément.', 'Un troisième.'])
    const [target] = (await allRecords(env.DB, form('plaidoyer'))).filter(({ answers }) =>
      JSON.stringify(answers).includes(minutes),
    )
    if (!target) throw new Error('nothing was carried')
    const rewritten = [{ element_texte: 'Réécrit.', element_source: minutes }]
    await revise(contextAt(now), form('plaidoyer'), target, {
      answers: { ...target.answers, elements: rewritten },
      revision: target.revision,
    })
    await moveAlong(minutes, 'mise_en_page')
    await correct(minutes, { apport_plaidoyer: 'Tout autre chose.' })
    await moveAlong(minutes, 'relecture', 'valide', 'publie')
    await carry()
    expect(await elements()).toEqual(['Réécrit.'])
  })

  test('is what the newest of two corrections says that came within one minute', async () => {
    await publish(minutes)
    await carry()
    for (const said of ['Deuxième version.', 'Troisième version.']) {
      await moveAlong(minutes, 'mise_en_page')
      await correct(minutes, { apport_plaidoyer: said })
      await moveAlong(minutes, 'relecture', 'valide', 'publie')
    }
    await carry()
    expect(await elements()).toEqual(['Troisième version.'])
  })

  test('follows the correction that came while it was being carried', async () => {
    await publish(minutes)
    await carry()
    // Carried, and cut off before that was noted.
    await env.DB.prepare('UPDATE versions SET carried_at = NULL').run()
    await moveAlong(minutes, 'mise_en_page')
    await correct(minutes, { apport_plaidoyer: 'Deuxième version.' })
    await moveAlong(minutes, 'relecture', 'valide', 'publie')
    await carry()
    expect(await elements()).toEqual(['Deuxième version.'])
  })
})
