import { beforeAll, describe, expect, test } from 'vitest'
import { textOf } from '../support/html-table.ts'
import { projectSheet } from '../support/samples.ts'
import { ask, send } from '../support/worker.ts'
import { visit } from './minutes/meeting.ts'

let reference = ''
let editLink = ''

beforeAll(async () => {
  const id = crypto.randomUUID()
  const accepted = await send('POST', '/api/v1/forms/fiche-projet/records', { id, answers: projectSheet })
  const receipt = await accepted.json<{ reference: string; editUrl: string }>()
  reference = receipt.reference
  const { pathname, search } = new URL(receipt.editUrl)
  editLink = pathname + search
  const answers = { ...projectSheet, projet_titre: 'Titre <b>corrigé</b>', zones: [projectSheet.zones[0]] }
  await send('PATCH', `/api/v1/records/${id}`, { answers }, { 'if-match': '1' })
  await send('POST', `/api/v1/records/${id}/transitions`, { to: 'a_verifier', note: 'À relire <i>vite</i>' })
})

describe('the history of a record', () => {
  test('tells the coordinator when, who by which door, and what changed from what to what', async () => {
    const page = await (await ask(`/coordination/fiches/${reference}`)).text()
    const [history = ''] = /<details>\s*<summary>\s*Historique[\s\S]*?<\/details>/.exec(page) ?? []
    const rows = (history.match(/<tr[\s\S]*?<\/tr>/g) ?? []).slice(1).map(textOf)
    expect(rows).toHaveLength(3)
    expect(rows[0]).toContain(
      'Coordination par l’API coordination@recueil.example Reçue → À vérifier À relire <i>vite</i>',
    )
    expect(rows[1]).toContain(`Titre du projet : ${projectSheet.projet_titre} Titre <b>corrigé</b>`)
    expect(rows[1]).toContain('Zone 2 – Commune, quartier ou village : Pikine')
    expect(rows[2]).toContain('Reçue')
    expect(history).not.toContain('<b>corrigé')
    expect(history).not.toContain('<i>vite')
  })

  test('is not for whoever has the edit link', async () => {
    const page = await (await visit(editLink)).text()
    expect(page).toContain(reference)
    for (const told of ['Historique', 'coordination@recueil.example', 'À relire'])
      expect(page).not.toContain(told)
  })
})
