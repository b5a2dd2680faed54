import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { coordinator, member, open } from './example.ts'
import { asMember, calm, calmMirror, mirror, planned, visit } from './mirrored.ts'

beforeEach(calmMirror)

describe('the console', () => {
  test.each(['/coordination', '/coordination/feuille', '/coordination/fiches/PA-0001'])(
    '%s is for coordinators alone',
    async (path) => {
      expect((await visit(path, { identity: null })).status).toBe(401)
      const refused = await visit(path, { identity: asMember })
      expect(refused.status).toBe(403)
      expect(refused.text).toContain('<h1>Vous n’avez pas le droit de faire cela.</h1>')
    },
  )

  test('is in the navigation of coordinators alone', async () => {
    expect((await open(coordinator, '/')).text).toContain('<a href="/coordination">Coordination</a>')
    expect((await open(member, '/')).text).not.toContain('/coordination')
  })

  test('says that nothing waits, or what does', async () => {
    expect((await visit('/coordination')).text).toContain('Rien n’attend votre décision.')
    mirror.state = {
      ...calm,
      parked: { reason: 'forbidden', message: 'Le classeur n’est pas partagé : partagez-le.' },
      braked: [{ tab: 'action', title: 'Plan', rows: 4, message: 'Quatre lignes.' }],
      quarantined: [{ id: 'un', revision: 1, reference: 'PA-0001', reason: 'Invalid' }],
    }
    const { text, headers } = await visit('/coordination')
    expect(text).toContain('Le classeur n’est pas partagé\u00a0: partagez-le.')
    expect(text).toContain('Onglet «\u00a0Plan\u00a0»\u00a0: 4 lignes ont disparu d’un coup.')
    expect(text).toContain('Fiches que Google refuse\u00a0: 1')
    expect(headers.get('cache-control')).toBe('no-store')
  })

  test('lists the minutes that are late and what was to be done by now, each with its page', async () => {
    const { record } = await planned()
    const minutes = {
      titre: 'Compte-rendu exemple',
      suites: [
        { suite_quoi: 'Envoyer la fiche', suite_echeance: '2018-08-20', suite_statut: 'en_cours' },
        { suite_quoi: 'Relire la fiche', suite_echeance: '2018-08-20', suite_statut: 'fait' },
        { suite_quoi: 'Diffuser la carte', suite_echeance: '2199-01-01' },
      ],
    }
    await env.DB.batch([
      env.DB.prepare("UPDATE records SET status = 'tenue' WHERE id = ?").bind(record.id),
      env.DB.prepare(
        `INSERT INTO records SELECT ?1, 'compte-rendu', 1, 'publie', 1, ?2, coordination, locale, '', '', 0, 0, NULL
         FROM records WHERE id = ?3`,
      ).bind(crypto.randomUUID(), JSON.stringify(minutes), record.id),
    ])
    const { text } = await visit('/coordination')
    expect(text).toContain(
      `<a href="/coordination/fiches/${record.reference}">Compte-rendu en retard\u00a0: ${record.answers.nom}, 24/09/2018</a>`,
    )
    expect(text).toContain(
      '<a href="/coordination/fiches/CR-0001">Action à mener pour le 20/08/2018\u00a0: Envoyer la fiche</a>',
    )
    expect(text).not.toMatch(/Relire la fiche|Diffuser la carte|Rien n’attend/)
    expect((await visit('/coordination?lang=en')).text).toContain(
      'Action due by 20/08/2018: Envoyer la fiche',
    )
    await env.DB.prepare('UPDATE records SET erased_at = 0').run()
    expect((await visit('/coordination')).text).toContain('Rien n’attend votre décision.')
  })

  test('opens a record to coordinators, to be corrected by them alone', async () => {
    const { record } = await planned()
    const path = `/coordination/fiches/${record.reference}`
    expect((await visit(path)).text).toContain(`<h1>${record.reference} – `)
    const body = new URLSearchParams({ revision: '0' })
    const headers = { origin: 'http://recueil.test' }
    expect((await visit(path, { method: 'POST', body, headers })).status).toBe(412)
    expect((await visit(path, { method: 'POST', body, headers, identity: null })).status).toBe(401)
  })
})
