import { env } from 'cloudflare:workers'
import { projectSheet } from '../../support/samples.ts'
import { ask, send } from '../../support/worker.ts'
import { attend, confirmedMeeting, move, personalLinks, post, visit, written } from '../minutes/meeting.ts'

/** A made-up person, and every way of writing them that an erasure must leave nowhere. */
export const her = {
  name: 'Aïssatou Exemplaire',
  email: 'aissatou@exemplaire.example',
  phone: '77 765 43 21',
}
export const desk = '/coordination/personnes-concernees'

export const about = [
  ['nom', her.name],
  ['courriel', her.email],
  ['telephone', her.phone],
] as const

type Receipt = { readonly id: string; readonly reference: string }

async function accepted(form: string, answers: object): Promise<Receipt> {
  const id = crypto.randomUUID()
  const response = await send('POST', `/api/v1/forms/${form}/records`, { id, answers })
  if (response.status !== 201) throw new Error(await response.text())
  return response.json()
}

/** The sheet of a project whose contact she is, corrected since by phone and named in its notes. */
export async function herProject(): Promise<Receipt & { readonly sent: object }> {
  const sent = {
    ...projectSheet,
    contact_nom: her.name,
    contact_courriel: her.email,
    contact_tel: '+221777654321',
    projet_titre: 'Projet qu’elle suit',
  }
  const sheet = await accepted('fiche-projet', sent)
  const path = `/api/v1/records/${sheet.id}`
  const answers = { ...sent, contact_nom: 'EXEMPLAIRE Aissatou', contact_tel: '77-765-43-21' }
  await send('PATCH', path, { answers }, { 'if-match': '1' })
  await send('POST', `${path}/transitions`, { to: 'validee', note: 'Vue avec Aïssatou Exemplaire' })
  return { ...sheet, sent }
}

/** Published minutes that she wrote and that name her, of a meeting that she attended; commented by her, with a file. */
export async function herMinutes(): Promise<{ readonly meeting: string; readonly minutes: string }> {
  const meeting = await confirmedMeeting()
  await attend(meeting, her.name, true)
  await attend(meeting, 'Quelqu’un d’autre', true)
  await post(`/coordination/rencontres/${meeting}`, [
    ['action', 'designate'],
    ['name.0', her.name],
  ])
  const [link = ''] = await personalLinks(meeting)
  const minutes = /CR-\d+/.exec(link)?.[0] ?? ''
  await visit(link, [
    ['revision', '1'],
    ['action', 'move:envoye'],
    ['action_id', meeting],
    ...written.filter(([name]) => name !== 'animation' && name !== 'redacteurs.0.redacteur_nom'),
    ['animation', `${her.name}, chargée de suivi`],
    ['redacteurs.0.redacteur_nom', her.name],
    ['apport_plaidoyer', `Un élément apporté par ${her.name}.`],
    ['theme_plaidoyer', 'retour'],
    ['decisions.row', '0'],
    ['decisions.0.decision_texte', `Écrire à ${her.email} ou au 00221 77 765 43 21.`],
  ])
  await move(meeting, 'tenue')
  for (const to of ['mise_en_page', 'relecture', 'valide', 'publie']) await move(minutes, to)
  await env.DB.prepare(
    `INSERT INTO comments (id, record, revision, at, name, organisation, text)
     SELECT ?1, id, 3, 1, ?2, 'ONG Exemple A', 'C’est aissatou exemplaire qui l’a dit, pas moi.'
     FROM records WHERE form = 'compte-rendu' AND number = ?3`,
  )
    .bind(crypto.randomUUID(), her.name, Number(minutes.slice(3)))
    .run()
  const pdf = new TextEncoder().encode(`%PDF-1.4\n${her.name}\n%%EOF`)
  const form = new FormData()
  form.set('file', new File([pdf], 'compte-rendu.pdf', { type: 'application/pdf' }))
  const headers = { origin: 'http://recueil.test' }
  await ask(`/coordination/comptes-rendus/${minutes}/fichier`, { method: 'POST', body: form, headers })
  return { meeting, minutes }
}

/** All there is in the database and the bucket, as text: every table, those of the index too. */
export async function dump(): Promise<string> {
  const { results } = await env.DB.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite%' AND name <> 'd1_migrations'",
  ).all<{ name: string }>()
  const lines: string[] = []
  for (const { name } of results) {
    const rows = await env.DB.prepare(`SELECT * FROM ${name}`).all<Record<string, unknown>>()
    lines.push(...rows.results.map((row) => `${name} ${Object.values(row).map(asText).join(' | ')}`))
  }
  for (const { key } of (await env.FILES?.list())?.objects ?? []) {
    lines.push(`R2 ${key} ${await (await env.FILES?.get(key))?.text()}`)
  }
  return lines.join('\n')
}

const asText = (value: unknown): string =>
  Array.isArray(value) ? new TextDecoder().decode(new Uint8Array(value)) : String(value)

/** The lines of a dump that name her, however she is written there. */
export const namingHer = (text: string): readonly string[] =>
  text.split('\n').filter((line) => {
    const plain = line.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
    const digits = plain.replace(/[\s.()/-]/g, '')
    return plain.includes('exemplaire') || digits.includes('777654321')
  })
