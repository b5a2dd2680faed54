import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test } from 'vitest'
import { catalogue } from '../../forms/index.ts'
import { terme } from '../../forms/terme.ts'
import { accept, transition } from '../../src/record/index.ts'
import { findByReference } from '../../src/store/records.ts'
import { member as anyone, contextFor, coordinator, open } from './example.ts'

const member = { ...anyone, catalogue }
const coordination = { ...coordinator, catalogue }
const context = contextFor(coordination)

async function term(answers: object, isAdopted: boolean): Promise<string> {
  const id = crypto.randomUUID()
  const { reference } = (await accept(context, terme, { id, answers, locale: 'fr' })).receipt
  const record = await findByReference(env.DB, catalogue, reference)
  if (isAdopted && record) await transition(context, terme, record, { to: 'adopte', note: '' })
  return reference
}

describe('the lexicon', () => {
  let proposed = ''
  beforeAll(async () => {
    await term({ terme: 'Zone <b>', a_eviter: ['zone grise'] }, true)
    await term(
      {
        terme: 'Éloignement',
        definition: 'Un exemple.',
        a_eviter: ['expulsion', 'migration clandestine'],
        source_url: 'https://exemple.org/terme',
      },
      true,
    )
    proposed = await term({ terme: 'Pas encore adopté' }, false)
  })

  test('has adopted terms in order, with what they mean, their source and what to avoid', async () => {
    const { status, text } = await open(member, '/lexique')
    expect(status).toBe(200)
    expect(text.indexOf('Éloignement')).toBeLessThan(text.indexOf('Zone &lt;b&gt;'))
    expect(text).toContain('Un exemple.')
    expect(text).toContain('expulsion, migration clandestine')
    expect(text).toContain('<a href="https://exemple.org/terme" rel="nofollow">')
    expect(text).toContain('href="/formulaires/terme"')
  })

  test('shows what is proposed, and its state, to coordinators alone', async () => {
    expect((await open(member, '/lexique')).text).not.toContain('Pas encore adopté')
    const { text } = await open(coordination, '/lexique')
    expect(text).toMatch(/Pas encore adopté <span class="tag">Proposé</)
    expect(text).toContain(`href="/coordination/fiches/${proposed}"`)
  })

  test('has the first terms that forms suggest, but for what the group decided otherwise', async () => {
    const { text } = await open(member, '/lexique')
    const starting = text.slice(text.indexOf('Premiers repères'))
    expect(starting).toContain('migration irrégulière')
    expect(starting).toContain('éviter\u00a0: migration illégale, immigration clandestine')
  })
})
