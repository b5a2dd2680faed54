import { describe, expect, test } from 'vitest'
import { catalogue } from '../../forms/index.ts'
import type { Form } from '../../src/form/definition/index.ts'
import { allowedTransitions, checkTransition, findForm, readAnswers } from '../../src/form/index.ts'
import { refusedBy } from './refused.ts'

const now = Date.UTC(2018, 8, 25)
const formOf = (id: string): Form => {
  const form = findForm(catalogue, id)
  if (form === undefined) throw new Error(`no form "${id}"`)
  return form
}
const refused = (form: Form, answers: unknown) => refusedBy(form, answers, now)

describe('an item of the plan', () => {
  const action = formOf('action')
  const confirm = (answers: Record<string, string>) =>
    checkTransition(action, answers, 'prevue', 'date_confirmee', 'coordinator', now).ok

  test('is confirmed with a date to the day, an hour and a place', () => {
    const settled = { date: '2018-09-24', heure_debut: '14:30' }
    expect(confirm({ ...settled, zones: 'Dakar' })).toBe(true)
    expect(confirm({ ...settled, lieu_precis: 'Salle exemple' })).toBe(true)
    expect(confirm({ ...settled, zones: 'Dakar', date: '2018-09' })).toBe(false)
    expect(confirm({ date: '2018-09-24', zones: 'Dakar' })).toBe(false)
    expect(confirm(settled)).toBe(false)
  })

  test('takes "to be defined" for a place not known yet', () => {
    const meeting = {
      type: 'autre',
      nom: 'Rencontre exemple',
      description: 'Un exemple.',
      acteurs: ['Organisation exemple A'],
      date: '2018-10',
      ordre: 1,
      criteres: [{ critere: 'Un critère.' }],
    }
    const read = readAnswers(action, { ...meeting, zones: 'À définir' })
    expect(read).toEqual({ ok: true, answers: meeting })
    expect(refused(action, meeting)).toEqual([])
    expect(refused(action, { ...meeting, criteres: [] })).toEqual(['/criteres'])
  })

  test('moves at the hand of a coordinator, or of the system once its minutes are out', () => {
    for (const state of action.workflow.states) {
      expect(allowedTransitions(action, state.code, 'anyone')).toEqual([])
    }
    expect(allowedTransitions(action, 'tenue', 'system').map(({ to }) => to)).toEqual(['cr_publie'])
  })
})

describe('the minutes', () => {
  const minutes = formOf('compte-rendu')
  const complete = {
    titre: 'Rencontre exemple',
    date: '2018-09-24',
    heure_debut: '14:30',
    heure_fin: '16:30',
    lieu: 'Dakar',
    animation: 'Personne exemple',
    redacteurs: [{ redacteur_nom: 'Personne exemple' }],
    contexte: 'Un exemple.',
    objectifs: ['Premier objectif', 'Second objectif'],
    points: [{ point_titre: 'Premier point' }],
  }

  test('are taken by one or two people', () => {
    const person = (name: string) => ({ redacteur_nom: name })
    expect(refused(minutes, complete)).toEqual([])
    expect(refused(minutes, { ...complete, redacteurs: [person('A'), person('B')] })).toEqual([])
    expect(refused(minutes, { ...complete, redacteurs: [person('A'), person('B'), person('C')] })).toEqual([
      '/redacteurs',
    ])
    expect(refused(minutes, { ...complete, redacteurs: [] })).toEqual(['/redacteurs'])
  })

  test('are sent once their meeting is over', () => {
    const send = (date: string) =>
      checkTransition(minutes, { ...complete, date }, 'brouillon', 'envoye', 'anyone', now).ok
    expect([send('2018-09-24'), send('2018-09-25'), send('2018-09-26')]).toEqual([true, true, false])
  })

  test('end after they begin', () => {
    expect(refused(minutes, { ...complete, heure_fin: '14:30' })).toEqual(['/heure_fin'])
  })

  test('go from draft to published, sent in by their writer, the rest by the coordinator', () => {
    expect(allowedTransitions(minutes, 'brouillon', 'anyone').map(({ to }) => to)).toEqual(['envoye'])
    expect(allowedTransitions(minutes, 'envoye', 'anyone')).toEqual([])
    const path = ['brouillon', 'envoye', 'mise_en_page', 'relecture', 'valide', 'publie']
    for (const [index, to] of path.slice(1).entries()) {
      const from = path[index] ?? ''
      const checked = checkTransition(minutes, complete, from, to, 'coordinator', now)
      expect(checked).toMatchObject({ ok: true, transition: { publishes: to === 'publie' } })
    }
    expect(allowedTransitions(minutes, 'publie', 'coordinator').map(({ to }) => to)).toEqual(['mise_en_page'])
  })
})

describe('an attendance record', () => {
  test('keeps addresses and phone numbers out of the sheet', () => {
    const hidden = formOf('presence').fields.filter((field) => !field.mirrored)
    expect(hidden.map((field) => field.name)).toEqual(['courriel', 'telephone'])
  })
})
