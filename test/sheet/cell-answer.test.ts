import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answer, GeoPoint } from '../../src/form/answers.ts'
import { isBlank } from '../../src/form/characters.ts'
import type { Field, FieldInput, FieldType } from '../../src/form/definition/index.ts'
import { defineForm } from '../../src/form/index.ts'
import { codeOf, isErrorCell, readCells, sameLabel } from '../../src/sheet/cell-answer.ts'
import { answerCell, type CellValue, textCell } from '../../src/sheet/cells.ts'
import { formInput } from '../form/sample.ts'

const same = (text: string) => ({ fr: text, en: text })
const choice = (code: string, label: string) => ({ code, label: same(label), attributes: {} })

const lists = {
  regions: [choice('SN01', 'Dakar'), choice('SN02', 'Ziguinchor'), choice('SN03', 'Kédougou')],
  themes: [
    choice('retour', 'Retour / réintégration'),
    choice('emploi', 'Formation, emploi et entrepreneuriat'),
    choice('route', 'En route ; en transit'),
    choice('formation', 'Formation'),
    choice('oeuvres', 'Œuvres «\u00a0sociales\u00a0»'),
    choice('autre', 'Autre'),
    choice('a', 'Ter'),
    choice('b', 'Ter, mer'),
    choice('c', 'mer, air'),
  ],
  doubles: [choice('d1', 'Passage'), choice('d2', 'PASSAGE'), choice('d3', 'Double'), choice('d4', 'Double')],
  pays: Array.from({ length: 20 }, (_, index) => choice(`P${index}`, `Pays ${index}`)),
}
const names = new Map([
  ['ME-0001', 'OEA'],
  ['ME-0002', 'Organisation exemple B'],
  ['ME-0003', 'Double'],
  ['ME-0004', 'double'],
  ['ME-0005', 'Même nom'],
  ['ME-0006', 'Même nom'],
])
const words = { lists, names: new Map([['membre', names]]) }

/** A field of this type, with every key. */
function fieldOf(type: FieldType, more: Partial<FieldInput> = {}): Field {
  const field = { name: 'essai', type, label: same('Essai'), ...more }
  const [defined] = defineForm(
    formInput([{ name: 'titre', type: 'text', label: same('Titre') }, field]),
  ).fields.slice(1)
  if (!defined) throw new Error(type)
  return defined
}

const member = (free: boolean) =>
  fieldOf('reference', { reference: { form: 'membre', label: 'sigle', free } })
const region = fieldOf('select_one', { choices: 'regions' })
const themes = fieldOf('select_multiple', { choices: 'themes' })
const toDefine = { fr: 'A définir', en: 'To be defined' }
const place = fieldOf('text', { undefinedLabel: toDefine })

const read = (field: Field, whole: CellValue) => readCells(field, { whole }, words)
const readPoint = (lat: CellValue, lon: CellValue) => readCells(fieldOf('geopoint'), { lat, lon }, words)
const holds = (answer: Answer | undefined) => ({ ok: true, answer })

/** Why a cell was refused, with plain spaces. */
function refusal(reading: ReturnType<typeof readCells>): string {
  if (reading.ok) throw new Error(JSON.stringify(reading.answer))
  return reading.message.replaceAll(/[\u00a0\u202f]/g, ' ')
}

const day = fc
  .date({ min: new Date('1850-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const line = fc
  .string({ unit: 'binary' })
  .map((text) => text.replaceAll(/\s+/g, ' ').trim())
  .filter((text) => !isBlank(text))
const codes = (list: 'regions' | 'themes' | 'pays') => lists[list].map(({ code }) => code)
const minutes = fc.nat(1439).map((minute) => new Date(minute * 60_000).toISOString().slice(11, 16))

const editable: readonly (readonly [string, Field, fc.Arbitrary<Answer>])[] = [
  [
    'a text',
    place,
    fc
      .string({ unit: 'binary' })
      .map((text) => text.replaceAll(/\r\n?/g, '\n'))
      .filter((text) => !isBlank(text)),
  ],
  ['a whole number', fieldOf('integer'), fc.maxSafeInteger()],
  ['a number', fieldOf('decimal'), fc.double({ noNaN: true, noDefaultInfinity: true })],
  ['a day', fieldOf('date'), day],
  [
    'a day or month',
    fieldOf('partial_date'),
    fc.oneof(
      day,
      day.map((date) => date.slice(0, 7)),
    ),
  ],
  ['a time', fieldOf('time'), minutes],
  ['a choice', region, fc.constantFrom(...codes('regions'))],
  // "Ter" before "mer, air" would be read as "Ter, mer" and "air": see the test of labels with commas.
  [
    'choices',
    themes,
    fc.uniqueArray(fc.constantFrom('retour', 'emploi', 'route', 'formation', 'oeuvres', 'autre', 'b'), {
      minLength: 1,
    }),
  ],
  ['a list', fieldOf('list'), fc.array(line, { minLength: 1 })],
  ['a record by name', member(false), fc.constantFrom('ME-0001', 'ME-0002', 'ME-0003', 'ME-0004')],
  ['a record or another name', member(true), fc.oneof(fc.constantFrom('ME-0001', 'ME-0004'), line)],
  ['an acknowledgement', fieldOf('acknowledge'), fc.constant(true)],
]

describe('an answer shown in a cell', () => {
  test.each(editable)('comes back unchanged: %s', (_, field, answers) => {
    fc.assert(
      fc.property(answers, (answer) => {
        expect(read(field, answerCell(field, answer, words))).toEqual(holds(answer))
      }),
    )
    expect(read(field, answerCell(field, undefined, words))).toEqual(holds(undefined))
  })

  test('comes back unchanged from the two cells of a point', () => {
    const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true })
    fc.assert(
      fc.property(fc.record({ lat: degrees(90), lon: degrees(180) }), ({ lat, lon }: GeoPoint) => {
        expect(readPoint(lat, lon)).toEqual(holds({ lat, lon }))
      }),
    )
  })

  test('but was too long for it, is not taken for an edit', () => {
    const cut = textCell('a'.repeat(50_001))
    for (const whole of [cut, cut.slice(10), `${cut} et la fin`]) {
      expect(refusal(read(fieldOf('text'), whole))).toContain('corrigez-le sur le site')
    }
    expect(read(fieldOf('text'), 'a'.repeat(50_000))).toEqual(holds('a'.repeat(50_000)))
  })

  test.each(['file', 'repeat', 'note', 'calculate'] as const)(
    'is never read where it cannot be edited: %s',
    (type) => {
      const field = { ...fieldOf('text'), type }
      for (const whole of ['', 'abc', 12]) expect(read(field, whole).ok).toBe(false)
    },
  )
})

describe('a cell', () => {
  test.each(editable)('of blanks of any kind is empty: %s', (_, field) => {
    for (const whole of ['', ' ', '\u00a0\u202f', '\n\t\u200b']) {
      expect(read(field, whole)).toEqual(holds(undefined))
    }
  })

  test.each(['A définir', 'à definir', ' A\u00a0DÉFINIR ', 'to be defined'])(
    'is empty when it says “%s”',
    (whole) => {
      expect(read(place, whole)).toEqual(holds(undefined))
      expect(read(fieldOf('date', { undefinedLabel: toDefine }), whole)).toEqual(holds(undefined))
      expect(read(fieldOf('text'), whole)).toEqual(holds(whole))
    },
  )

  test('in error is refused whatever its field, and says which error', () => {
    for (const [, field] of editable) {
      expect(refusal(read(field, '#REF!'))).toBe(
        'la cellule affiche une erreur (#REF!), ce n’est pas une valeur',
      )
    }
    expect(refusal(readPoint(14.7, '#N/A'))).toContain('(#N/A)')
  })

  test('that is not what its field is made of is refused', () => {
    expect(readCells(fieldOf('geopoint'), { whole: '14,7 -17,4' }, words).ok).toBe(false)
    expect(readCells(fieldOf('text'), { lat: 'a', lon: 'b' }, words).ok).toBe(false)
  })

  test('never makes reading throw or wait, whatever it holds', () => {
    const long = fc.constantFrom('lun.', '1 ', '; ', 'a', ' .', 'Formation,').map((text) => text.repeat(5000))
    const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.double(), fc.boolean(), long)
    fc.assert(
      fc.property(fc.constantFrom(...editable), anything, ([, field], whole) => {
        const reading = read(field, whole)
        if (!reading.ok) expect(reading.message.length).toBeLessThan(600)
      }),
      { numRuns: 500 },
    )
  })
})

describe('an error cell', () => {
  test.each([
    ...['#REF!', '#N/A', '#NAME?', '#VALUE!', '#DIV/0!', '#NUM!', '#NULL!', '#ERROR!', 'Loading...'],
    ...['#NOM?', '#VALEUR!', '#NOMBRE!', '#NUL!', '#ERREUR!', 'Chargement…'],
  ])('is one that shows %s', (value) => {
    expect(isErrorCell(value)).toBe(true)
  })

  test.each(['', 'N/A', '#1', 'REF', 'Voir #REF! plus haut', 0, false])(
    'is not one that holds “%s”',
    (value) => {
      expect(isErrorCell(value)).toBe(false)
    },
  )
})

describe('a text', () => {
  test.each([
    [771234567, '771234567'],
    [1e21, '1000000000000000000000'],
    [12.5, '12,5'],
    [0.1 + 0.2, '0,3'],
    [true, 'VRAI'],
    [false, 'FAUX'],
    ['a\r\nb', 'a\nb'],
  ])('that the sheet holds as %j is what it shows', (whole, answer) => {
    expect(read(fieldOf('text'), whole)).toEqual(holds(answer))
  })
})

describe('a number', () => {
  test.each([
    [1500, 1500],
    ['1 500', 1500],
    ['1\u00a0500', 1500],
    ['1\u202f500\u202f000,25', 1500000.25],
    ['12,5', 12.5],
    ['12.5', 12.5],
    [' 12 ', 12],
    ['-3', -3],
    ['−3', -3],
    ['0.125', 0.125],
  ])('is read from %j', (whole, answer) => {
    expect(read(fieldOf('decimal'), whole)).toEqual(holds(answer))
  })

  test.each(['douze', '12 %', '1 50', '1e5', '0x10', '1,2,3', '10²', true])(
    'is not read from %j',
    (whole) => {
      expect(refusal(read(fieldOf('integer'), whole))).toMatch(
        /n’est pas un nombre ; écrivez un nombre entier/,
      )
    },
  )

  test('that reads in two ways is refused', () => {
    expect(refusal(read(fieldOf('decimal'), '1.500'))).toContain('écrivez par exemple 1500 ou 1,5')
  })
})

describe('a day', () => {
  test.each([
    ...[
      43367,
      43367.75,
      43366.9999999999,
      '24/09/2018',
      '24-09-2018',
      '24.9.2018',
      '2018-09-24',
      '24 / 09 / 2018',
    ],
    ...[
      '24 septembre 2018',
      'lundi 24 septembre 2018',
      'Lundi\u00a024 SEPTEMBRE 2018',
      'le 24 sept. 2018',
      '24 09 2018',
    ],
    ...['lun. 24 sept. 2018', '24-sept.-2018', '24‑09‑2018'],
  ])('is read from %j', (whole) => {
    for (const type of ['date', 'partial_date'] as const) {
      expect(read(fieldOf(type), whole)).toEqual(holds('2018-09-24'))
    }
  })

  test.each([
    ['1er octobre 2018', '2018-10-01'],
    ['29 février 2016', '2016-02-29'],
    ['15 aout 2018', '2018-08-15'],
    ['mar. 6 mars 2018', '2018-03-06'],
    ['31/12/1899', '1899-12-31'],
    [2, '1900-01-01'],
    [109574, '2199-12-31'],
  ])('is read from %j as %s', (whole, answer) => {
    expect(read(fieldOf('date'), whole)).toEqual(holds(answer))
  })

  test.each([
    ['31/02/2018', /« 31\/02\/2018 » n’existe pas dans le calendrier ; écrivez une date comme 24\/09\/2018$/],
    ['29 février 2018', /n’existe pas/],
    ['00/01/2018', /n’existe pas/],
    ['24/13/2018', /n’est pas une date ;/],
    ['24/09/18', /n’est pas une date ;/],
    ['bientôt', /n’est pas une date ;/],
    ['6 jui 2018', /n’est pas une date ;/],
    ['lundi 25 septembre 2018', /est un mardi/],
    ['octobre 2018', /il manque le jour/],
    [0, /n’est pas une date des années 1900 à 2199/],
    [-5, /n’est pas une date/],
    [24092018, /« 24092018 » n’est pas une date .*comme 24\/09\/2018/],
    [true, /« VRAI » n’est pas une date/],
  ])('is not read from %j', (whole, message) => {
    expect(refusal(read(fieldOf('date'), whole))).toMatch(message)
  })
})

describe('a month', () => {
  test.each(['octobre 2018', 'Oct. 2018', 'oct 2018', '10/2018', '10-2018', '2018-10', '2018/10', '10 2018'])(
    'is read from %j',
    (whole) => {
      expect(read(fieldOf('partial_date'), whole)).toEqual(holds('2018-10'))
    },
  )

  test.each(['13/2018', 'brumaire 2018', 'octobre', '2018', 'lundi octobre 2018'])(
    'is not read from %j',
    (whole) => {
      expect(refusal(read(fieldOf('partial_date'), whole))).toMatch(/comme 24\/09\/2018 ou octobre 2018$/)
    },
  )
})

describe('a time', () => {
  test.each([
    [0, '00:00'],
    [0.75, '18:00'],
    [43367.604166666664, '14:30'],
    [0.60451388, '14:30'],
    ['14:30', '14:30'],
    ['14:30:15', '14:30'],
    ['14h30', '14:30'],
    ['14\u00a0h\u00a030', '14:30'],
    ['14 H 30', '14:30'],
    ['14 h', '14:00'],
    ['14h', '14:00'],
    ['9:05', '09:05'],
  ])('is read from %j as %s', (whole, answer) => {
    expect(read(fieldOf('time'), whole)).toEqual(holds(answer))
  })

  test.each(['24:00', '14:60', '14h3', 'midi', '14', 14, 14.3, -0.5, 1, true])(
    'is not read from %j',
    (whole) => {
      expect(refusal(read(fieldOf('time'), whole))).toMatch(
        /n’est pas une heure ; écrivez une heure comme 14:30/,
      )
    },
  )
})

describe('a choice', () => {
  test.each(['Kédougou', 'KEDOUGOU', ' kedougou\u00a0', 'SN03', 'sn03'])('is read from %j', (whole) => {
    expect(read(region, whole)).toEqual(holds('SN03'))
  })

  test('that is not offered is refused with the few that are', () => {
    expect(refusal(read(region, 'Thiès'))).toBe(
      '« Thiès » n’est pas une réponse proposée ; choisissez parmi : « Dakar », « Ziguinchor », « Kédougou »',
    )
    expect(refusal(read(fieldOf('select_one', { choices: 'pays' }), 'Pays 99'))).toBe(
      '« Pays 99 » n’est pas une réponse proposée ; choisissez dans la liste déroulante',
    )
  })

  test('whose label two have is the one typed exactly, or none', () => {
    const doubles = fieldOf('select_one', { choices: 'doubles' })
    expect(read(doubles, 'PASSAGE')).toEqual(holds('d2'))
    expect(read(doubles, 'd4')).toEqual(holds('d4'))
    expect(refusal(read(doubles, 'passage'))).toContain('écrivez le code : d1 ou d2')
    expect(refusal(read(doubles, 'Double'))).toContain('écrivez le code : d3 ou d4')
  })
})

describe('several choices', () => {
  test.each([
    ['autre; formation', ['autre', 'formation']],
    ['Autre ;\u00a0Formation;', ['autre', 'formation']],
    ['Autre\nFormation', ['autre', 'formation']],
    ['Autre, Formation', ['autre', 'formation']],
    ['Formation, Autre', ['formation', 'autre']],
    ['Autre; AUTRE', ['autre']],
    ['Formation, emploi et entrepreneuriat', ['emploi']],
    ['Formation, formation, emploi et entrepreneuriat, autre', ['formation', 'emploi', 'autre']],
    ['en route; en transit; retour/reintegration', ['route', 'retour']],
    ['oeuvres "sociales"', ['oeuvres']],
    ['Ter, mer', ['b']],
    ['Ter, mer, air', ['a', 'c']],
  ])('are read from %j, also where labels have commas and semicolons', (whole, answer) => {
    expect(read(themes, whole)).toEqual(holds(answer))
  })

  test('that are only separators are none', () => {
    expect(read(themes, ' ; , ')).toEqual(holds(undefined))
  })

  test('are refused with the one that is not offered', () => {
    expect(refusal(read(themes, 'Autre; Formation, métier'))).toMatch(
      /^« métier » n’est pas une réponse proposée ; écrivez des réponses/,
    )
    expect(refusal(read(fieldOf('select_multiple', { choices: 'doubles' }), 'd1; Double'))).toContain(
      'd3 ou d4',
    )
  })
})

describe('a list', () => {
  test('is one item a line, without blank lines', () => {
    expect(read(fieldOf('list'), 'OIM ; DUE\r\n \n Experts ')).toEqual(holds(['OIM ; DUE', 'Experts']))
    expect(read(fieldOf('list'), 771234567)).toEqual(holds(['771234567']))
  })
})

describe('a record of another form', () => {
  test.each(['OEA', ' oéa ', 'ME-0001', 'me-0001'])('is read from %j', (whole) => {
    for (const free of [true, false]) expect(read(member(free), whole)).toEqual(holds('ME-0001'))
  })

  test('that is not known is the text where any name is taken, refused elsewhere', () => {
    expect(read(member(true), 'Caritas')).toEqual(holds('Caritas'))
    expect(refusal(read(member(false), 'Caritas'))).toBe(
      'aucune fiche ne s’appelle « Caritas » ; écrivez le nom d’une fiche ou sa référence, comme ME-0001',
    )
  })

  test('whose name two have is asked for by its reference', () => {
    for (const free of [true, false]) {
      expect(refusal(read(member(free), 'même nom'))).toContain('écrivez la référence : ME-0005 ou ME-0006')
      expect(read(member(free), 'double')).toEqual(holds('ME-0004'))
    }
  })
})

describe('an acknowledgement', () => {
  test.each([true, 'oui', 'OUI', 'vrai', 'TRUE', 'x', '1', 1])('is given by %j', (whole) => {
    expect(read(fieldOf('acknowledge'), whole)).toEqual(holds(true))
  })

  test.each([false, '', 'non', 'faux', 'FALSE', 0, '0'])('is not given by %j', (whole) => {
    expect(read(fieldOf('acknowledge'), whole)).toEqual(holds(undefined))
  })

  test('is refused when it is neither', () => {
    expect(refusal(read(fieldOf('acknowledge'), 'peut-être'))).toContain('écrivez oui, ou videz la cellule')
  })
})

describe('a point', () => {
  test('is read from numbers and from text', () => {
    expect(readPoint('14,693', '−17.447')).toEqual(holds({ lat: 14.693, lon: -17.447 }))
    expect(readPoint('', ' ')).toEqual(holds(undefined))
  })

  test('with one cell missing or wrong is refused, and says which', () => {
    expect(refusal(readPoint('', -17.4))).toMatch(/^il manque la latitude/)
    expect(refusal(readPoint(14.7, ''))).toMatch(/^il manque la longitude/)
    expect(refusal(readPoint('nord', -17.4))).toMatch(/^la latitude « nord » n’est pas un nombre/)
    expect(refusal(readPoint(14.7, true))).toMatch(/^la longitude « VRAI » n’est pas un nombre/)
  })
})

describe('labels are the same', () => {
  test.each([
    ['Région', ' REGION '],
    ['Nom de l’action', "nom de l'action"],
    ['Cœur', 'coeur'],
    ['Autre\u00a0: «\u00a0précisez\u00a0»', 'Autre: "precisez"'],
    ['Compte–rendu', 'compte-rendu'],
    ['Date / (Ordre)', 'Date/(Ordre)'],
  ])('%s and %s', (one, other) => {
    expect(sameLabel(one, other)).toBe(true)
  })

  test('but not when a letter or a word is missing', () => {
    expect(sameLabel('Retour', 'Retours')).toBe(false)
    expect(sameLabel('Date 1', 'Date')).toBe(false)
  })

  test('whatever their Unicode form and the spaces around', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(sameLabel(text, ` ${text.normalize('NFD')} `)).toBe(true)
      }),
    )
  })
})

describe('a code', () => {
  const states = [
    { code: 'prevue', label: { fr: 'Prévue', en: 'Planned' } },
    { code: 'cr_publie', label: { fr: 'Compte-rendu publié', en: 'Minutes published' } },
  ]

  test.each(['Prévue', 'prevue', 'planned'])('is that of the state called %s', (typed) => {
    expect(codeOf(states, typed)).toBe('prevue')
  })

  test.each(['', ' ', 'Tenue', 1, false])('is none for %j', (typed) => {
    expect(codeOf(states, typed)).toBeNull()
  })

  test('is none when several are called so', () => {
    expect(codeOf(lists.doubles, 'Double')).toBeNull()
  })
})
