import { describe, expect, test } from 'vitest'
import { fieldOf, holds, member, read, readPoint, refusal, region, themes } from './cell-sample.ts'

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
