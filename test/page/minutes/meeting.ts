import { exports } from 'cloudflare:workers'
import { catalogue } from '../../../forms/index.ts'
import { findForm } from '../../../src/form/index.ts'
import { accept, transition } from '../../../src/record/index.ts'
import { findByReference } from '../../../src/store/records.ts'
import { contextAt } from '../../support/context.ts'
import { openedAwhile } from '../../support/opened.ts'
import { meetingAnswers } from '../../support/samples.ts'
import { ask } from '../../support/worker.ts'

const origin = 'http://recueil.test'
export const now = Date.UTC(2018, 8, 24, 12)

const formOf = (id: string) => {
  const form = findForm(catalogue, id)
  if (!form) throw new Error(id)
  return form
}

/** A meeting of the plan with its date, hours and place confirmed. @returns its reference */
export async function confirmedMeeting(): Promise<string> {
  const context = contextAt(now)
  const { receipt } = await accept(context, formOf('action'), {
    id: crypto.randomUUID(),
    locale: 'fr',
    answers: { ...meetingAnswers, lieu_precis: 'Salle exemple', heure_debut: '14:30', heure_fin: '16:30' },
  })
  await move(receipt.reference, 'date_confirmee')
  return receipt.reference
}

/** Moves a record as the coordinator would. */
export async function move(reference: string, to: string) {
  const record = await stored(reference)
  return transition(contextAt(now), formOf(record.form), record, { to, note: '' })
}

export async function stored(reference: string) {
  const record = await findByReference(contextAt(now).db, catalogue, reference)
  if (!record) throw new Error(`no ${reference}`)
  return record
}

/** Somebody signs in at the door, on their phone. */
export async function attend(meeting: string, name: string, consents: boolean): Promise<void> {
  const context = contextAt(now, { actor: { role: 'member', name: '', source: 'page' } })
  await accept(context, formOf('presence'), {
    id: crypto.randomUUID(),
    locale: 'fr',
    answers: {
      action_id: meeting,
      prenom_nom: name,
      organisation: 'ONG Exemple A',
      mode: 'sur_place',
      liste_diffusion: 'non',
      ...(consents ? { consentement: true } : {}),
    },
  })
}

type Entries = readonly (readonly [string, string])[]

const form = (entries: Entries): RequestInit => ({
  method: 'POST',
  headers: { origin },
  body: new URLSearchParams(entries.map(([name, value]) => [name, value] as [string, string])),
})

/** The coordinator sends a form of a page. */
export const post = (path: string, entries: Entries): Promise<Response> => ask(path, form(entries))

/** Somebody who is not signed in opens a page, or sends one of its forms after a minute. */
export async function visit(path: string, entries?: Entries): Promise<Response> {
  const init = entries === undefined ? {} : form(await openedAwhile(path, entries))
  return exports.default.fetch(new Request(new URL(path, origin), { redirect: 'manual', ...init }))
}

/** The personal links that the coordinator's page of a meeting shows, as paths. */
export async function personalLinks(meeting: string): Promise<readonly string[]> {
  const page = await (await ask(`/coordination/rencontres/${meeting}`)).text()
  return [...page.matchAll(/value="http:\/\/recueil\.test(\/fiches\/[^"]+)"/g)].map(([, path]) => path ?? '')
}

/** Complete minutes, as controls of the page. */
export const written: Entries = [
  ['titre', 'Rencontre exemple'],
  ['date', '24/09/2018'],
  ['heure_debut', '14h30'],
  ['heure_fin', '16h30'],
  ['lieu', 'Dakar'],
  ['animation', 'Coordinateur de la PFONGUE'],
  ['redacteurs.row', '0'],
  ['redacteurs.0.redacteur_nom', 'Rapporteuse exemple'],
  ['contexte', 'Un exemple.'],
  ['objectifs', 'Premier objectif\nSecond objectif'],
  ['points.row', '0'],
  ['points.0.point_titre', 'Premier point'],
  ['points.0.point_contenu', 'Ce qui fut dit.'],
]
