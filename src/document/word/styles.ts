import { ink } from './paragraph.ts'
import { part } from './part.ts'
import { value, w, type Xml } from './xml.ts'

const font = 'Calibri'

/** word/styles.xml: Calibri 11 in French, a title, two levels of headings. */
export const stylesPart = (): Xml =>
  part(
    'styles',
    w(
      'docDefaults',
      {},
      w('rPrDefault', {}, w('rPr', {}, fonts, ...size(22), w('lang', { val: 'fr-FR' }))),
      w('pPrDefault', {}, w('pPr', {}, w('spacing', { after: 120 }))),
    ),
    w(
      'style',
      { type: 'paragraph', default: 1, styleId: 'Normal' },
      value('name', 'Normal'),
      w('qFormat', {}),
    ),
    style('Title', 'Title', value('jc', 'center'), 40),
    style('Heading1', 'heading 1', heading(0), 28),
    style('Heading2', 'heading 2', heading(1), 24),
  )

const fonts = w('rFonts', { ascii: font, hAnsi: font, cs: font, eastAsia: font })
const size = (halfPoints: number): readonly Xml[] => [value('sz', halfPoints), value('szCs', halfPoints)]

const heading = (level: number): Xml =>
  [w('keepNext', {}), w('spacing', { before: 240, after: 120 }), value('outlineLvl', level)].join('')

const style = (id: string, name: string, paragraph: Xml, halfPoints: number): Xml =>
  w(
    'style',
    { type: 'paragraph', styleId: id },
    value('name', name),
    value('basedOn', 'Normal'),
    value('next', 'Normal'),
    w('qFormat', {}),
    w('pPr', {}, paragraph),
    w('rPr', {}, fonts, w('b', {}), value('color', ink), ...size(halfPoints)),
  )
