import { describe, expect, test } from 'vitest'
import { finderOf } from '../../src/person/match.ts'
import { readPerson } from '../../src/person/person.ts'
import { warningsIn } from '../../src/person/warn.ts'

const finder = (name: string) => finderOf(readPerson({ name, email: '', phone: '' }))
const known = { agreed: finder('Fatou Accord'), others: finder('Awa Exemple') }
const warned = (text: string) => warningsIn(text, known).map(({ kind, text: what }) => `${kind} ${what}`)

describe('what may not be public is seen', () => {
  test.each([
    ['Appeler le 77 123 45 67 avant midi.', ['phone 77 123 45 67']],
    ['Tél. : +221 33 824 12 34', ['phone +221 33 824 12 34']],
    ['WhatsApp : 00221771234567', ['phone 00221771234567']],
    ['(tel 78.123.45.67)', ['phone 78.123.45.67']],
    ['771234567 ou 76\u00a0123\u00a045\u00a067', ['phone 771234567', 'phone 76\u00a0123\u00a045\u00a067']],
    ['WhatsApp 221771234567 ou 221 76 123 45 67', ['phone 221771234567', 'phone 221 76 123 45 67']],
    ['(221) 77 123 45 67', ['phone 221) 77 123 45 67']],
    ['77 123 45 67/76 543 21 09', ['phone 77 123 45 67', 'phone 76 543 21 09']],
    ['771234567,765432109', ['phone 771234567', 'phone 765432109']],
    ['771234567 765432109', ['phone 771234567', 'phone 765432109']],
    ['Tél.771234567 ; n° 77 123 45 67', ['phone 771234567', 'phone 77 123 45 67']],
    ['(77) 123 45 67', ['phone 77) 123 45 67']],
    [
      '77\u2011123\u201145\u201167, 77–123–45–68',
      ['phone 77\u2011123\u201145\u201167', 'phone 77–123–45–68'],
    ],
    ['77  123  45  67', ['phone 77  123  45  67']],
    ['À Paris : +33 (0)1 23 45 67 89', ['phone +33 (0)1 23 45 67 89']],
    ['En Italie : 0039 06 1234 5678.', ['phone 0039 06 1234 5678']],
    ['Écrire à exemple.nom@exemple.org.', ['email exemple.nom@exemple.org']],
    ['proposé par awa EXEMPLE', ['name awa EXEMPLE']],
    ['proposé par Mme Ndeye Exemplaire, puis voté', ['name Ndeye Exemplaire']],
    ['M. A. Exemplaire et MM. Untel', ['name A. Exemplaire', 'name Untel']],
    ['Dr Jean-Paul d’Exemple remercie', ['name Jean-Paul d’Exemple']],
    ['Mme Ndeye de la Exemplaire a dit', ['name Ndeye de la Exemplaire']],
    ['Mme van der Exemple, M. de l’Exemple', ['name van der Exemple', 'name de l’Exemple']],
    ['MM. Untel, Autretel et A. Exemplaire', ['name Untel', 'name Autretel', 'name A. Exemplaire']],
    ['M.Untel et Me Exemplaire', ['name Untel', 'name Exemplaire']],
    ['Imam Untel, Serigne Autretel, El Hadji Exemplaire', ['name Untel', 'name Autretel', 'name Exemplaire']],
    [
      'Madame Ndeye Exemplaire (ndeye@exemple.org, 70 000 11 22)',
      ['name Ndeye Exemplaire', 'email ndeye@exemple.org', 'phone 70 000 11 22'],
    ],
  ])('%s', (text, expected) => expect(warned(text)).toEqual(expected))
})

describe('nothing is seen where there is nothing', () => {
  test.each([
    'La rencontre du 24/07/2018, de 14h30 à 16h30.',
    'Du 24.07.2018 au 31.12.2018 ; 2018-09-24.',
    'La loi n° 2008-12 du 25 janvier 2008, le décret n° 2008-721 et l’article 431-17.',
    'Un budget de 33 000 000 FCFA, puis 770 000 000 FCFA et 75 500 000 000 F.',
    'Un coût de 330 000 000, soit 503 082 €.',
    '771234567 FCFA versés, 775 000 personnes.',
    'Les codes SN0102, SN-77-1234567, récépissé n° 771234567.',
    'IATI XM-DAC-701-8-3301234567.',
    'Dossier n° 221771234567, total 221 770 000 000 FCFA, 33 000 000, 75 000 000.',
    'MM. les membres, Mmes et MM. présents, Me voici.',
    'Madame la Ministre, Monsieur le Maire, M. le Préfet et Mme la Coordinatrice.',
    'Madame Présidente de séance ; Monsieur Directeur.',
    'Mme Fatou Accord et Fatou Accord elle-même.',
    'La PFONGUE, l’OIM et le HCR. M. Le point suivant',
    'Résolution 2250, p. 33-41, 14.7167, -17.4677.',
    '@pfongue sur les réseaux',
  ])('%s', (text) => expect(warned(text)).toEqual([]))
})
