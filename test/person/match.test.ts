import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { finderOf } from '../../src/person/match.ts'
import { readPerson } from '../../src/person/person.ts'

const found = (typed: { name?: string; email?: string; phone?: string }, text: string) =>
  finderOf(readPerson({ name: '', email: '', phone: '', ...typed }))(text).map(([from, to]) =>
    text.slice(from, to),
  )

describe('a person is found in a text', () => {
  test.each([
    ['Aïssatou Exemple', 'Présentée par AISSATOU EXEMPLE, de Kolda', 'AISSATOU EXEMPLE'],
    ['aissatou exemple', 'M. Aïssatou Exemple.', 'Aïssatou Exemple'],
    ['Aïssatou Exemple', 'EXEMPLE Aïssatou', 'EXEMPLE Aïssatou'],
    ['Jean-Cœur d’Exemple', "avec jean coeur d'exemple", "jean coeur d'exemple"],
    ['Marie Anne Exemple', 'Exemple, Marie-Anne', 'Exemple, Marie-Anne'],
    ['Aïssatou Exemple', 'Ai\u0308ssatou Exemple', 'Ai\u0308ssatou Exemple'],
    ['Aïssatou Exemple', 'Aïssatou\u00a0Exemple', 'Aïssatou\u00a0Exemple'],
  ])('by the name %s in "%s"', (name, text, part) => expect(found({ name }, text)).toEqual([part]))

  test.each([
    ['77 123 45 67', 'appeler le +221 77 123 45 67 ce soir', '+221 77 123 45 67'],
    ['+221771234567', 'tél. 77.123.45.67', '77.123.45.67'],
    ['00221 77 123 45 67', '(221)771234567', '221)771234567'],
    ['+33 6 12 34 56 78', '0033612345678', '0033612345678'],
  ])('by the number %s in "%s"', (phone, text, part) => expect(found({ phone }, text)).toEqual([part]))

  test('by the address, whatever its case', () =>
    expect(found({ email: 'A.Exemple@Exemple.org' }, 'écrire à a.exemple@exemple.org.')).toEqual([
      'a.exemple@exemple.org',
    ]))
})

describe('nobody else is taken for them', () => {
  test.each([
    [{ name: 'Awa Exemple' }, 'Awa Exemplaire et Nawa Exemple'],
    [{ name: 'Awa Exemple' }, 'Awa. L’exemple suit'],
    [{ phone: '77 123 45 67' }, 'n° 1771234567, 771234567890'],
    [{ email: 'awa@exemple.org' }, 'nawa@exemple.org, awa@exemple.org.sn'],
    [{ name: 'A' }, 'A a A'],
  ])('%o in "%s"', (typed, text) => expect(found(typed, text)).toEqual([]))
})

test('spans are in the order of the text and apart, whatever the text', () => {
  const letters = fc.constantFrom('a', 'é', 'œ', ' ', '-', 'Awa', 'Exemple', '7712', '\u0301', '😀')
  const person = readPerson({ name: 'Awa Exemple; é a', email: '', phone: '7712 7712' })
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 30 }), (parts) => {
      const text = parts.join('')
      let end = -1
      for (const [from, to] of finderOf(person)(text)) {
        expect(from).toBeGreaterThan(end)
        expect(to).toBeGreaterThan(from)
        expect(to).toBeLessThanOrEqual(text.length)
        end = to
      }
    }),
  )
}, 30_000)
