import { env } from 'cloudflare:workers'
import { catalogue } from '../../../forms/index.ts'
import type { Form } from '../../../src/form/definition/index.ts'
import { findForm } from '../../../src/form/index.ts'
import { carryVersions, revise } from '../../../src/record/index.ts'
import { recordsToCarry } from '../../../src/store/versions.ts'
import { contextAt } from '../../support/context.ts'
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

/** Minutes that are written and sent, of a meeting that was held by three people of whom two consent. */
export async function sentMinutes(): Promise<{ readonly meeting: string; readonly minutes: string }> {
  const meeting = await confirmedMeeting()
  await attend(meeting, 'Participante exemple', true)
  await attend(meeting, 'Participant exemple', true)
  await attend(meeting, 'Personne discrète', false)
  await post(`/coordination/rencontres/${meeting}`, [
    ['action', 'designate'],
    ['name.0', 'Rapporteuse exemple'],
  ])
  const [link = ''] = await personalLinks(meeting)
  await visit(link, [
    ['revision', '1'],
    ['action', 'move:envoye'],
    ['action_id', meeting],
    ...written,
    ['apport_plaidoyer', 'Un premier élément.\n\nUn second élément.'],
    ['theme_plaidoyer', 'retour'],
    ['apport_cartographie', 'Une étude à reprendre.'],
  ])
  await move(meeting, 'tenue')
  return { meeting, minutes: /CR-\d+/.exec(link)?.[0] ?? '' }
}

/** The coordinator's moves, one after the other. */
export async function moveAlong(minutes: string, ...states: readonly string[]): Promise<void> {
  for (const to of states) await move(minutes, to)
}

export const publish = (minutes: string): Promise<void> =>
  moveAlong(minutes, 'mise_en_page', 'relecture', 'valide', 'publie')

export function form(id: string): Form {
  const found = findForm(catalogue, id)
  if (!found) throw new Error(id)
  return found
}

export async function correct(minutes: string, changes: Readonly<Record<string, unknown>>) {
  const record = await stored(minutes)
  return revise(contextAt(now + 1), form('compte-rendu'), record, {
    answers: { ...record.answers, ...changes },
    revision: record.revision,
  })
}

/** As many runs as it takes, those of other tests' minutes included. */
export async function carry(): Promise<void> {
  const actor = { role: 'system', name: '', source: 'system' } as const
  while ((await recordsToCarry(env.DB, 1)).length > 0) await carryVersions(contextAt(now, { actor }))
}
