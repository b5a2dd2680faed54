import { env } from 'cloudflare:workers'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { finderOf } from '../../src/person/match.ts'
import { needlesOf } from '../../src/person/needles.ts'
import { readPerson } from '../../src/person/person.ts'
import { holds } from '../../src/store/traces.ts'

const name = fc
  .array(
    fc.constantFrom('Aïssatou', 'Cœur', 'Ñoño', 'N’Diaye', 'Ba', 'Łucja', 'ÉLODIE', 'Œuvrard', 'Çelik'),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((words) => words.join(' '))

const written = (typed: string, way: number): string =>
  [
    typed,
    typed.toUpperCase(),
    typed.toLowerCase(),
    typed.normalize('NFD').replace(/\p{M}/gu, ''),
    typed.split(' ').reverse().join(' '),
    typed.normalize('NFD'),
    typed.replaceAll('œ', 'oe').replaceAll('Œ', 'OE'),
  ][way] ?? typed

test('whatever way of writing a name the finder knows, the database proposes it', async () => {
  await fc.assert(
    fc.asyncProperty(name, fc.nat(6), fc.constantFrom('NFC', 'NFD'), async (typed, way, form) => {
      const person = readPerson({ name: typed.normalize(form), email: '', phone: '' })
      const text = `{"a":"avec ${written(typed, way)}."}`
      if (finderOf(person)(text).length === 0) return
      const proposed = await env.DB.prepare(`SELECT ${holds('?2')} AS found`)
        .bind(JSON.stringify(needlesOf(person)), text)
        .first('found')
      expect(proposed).toBe(1)
    }),
    { numRuns: 200 },
  )
}, 30_000)

test.each([
  '77 123 45 67',
  '+221 77 123 45 67',
  '00221771234567',
  '77.123-45\u00a067',
  '77\u2009123\u200745\u202f67',
  '77\u2011123–45_67',
  '77, 123, 45, 67',
  '77\t123 45\n67',
  '77\u200b1234567',
])('the number %j is proposed however it is written, and found', async (text) => {
  const person = readPerson({ name: '', email: '', phone: '+221771234567' })
  expect(finderOf(person)(text)).toHaveLength(1)
  const proposed = await env.DB.prepare(`SELECT ${holds('?2')} AS found`)
    .bind(JSON.stringify(needlesOf(person)), JSON.stringify({ text }))
    .first('found')
  expect(proposed).toBe(1)
})
