import { xmlText } from '../../archive/xml.ts'
import type { MinutesDocument } from '../model.ts'
import { field, paragraph, run } from './paragraph.ts'
import { foreignPart, part } from './part.ts'
import type { Xml } from './xml.ts'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** What each part is (Open Packaging Conventions, ECMA-376 part 2). */
export const contentTypesPart = (): Xml =>
  foreignPart(
    'Types',
    `xmlns="${packages}/content-types"`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    override('word/document.xml', `${word}.document.main+xml`),
    override('word/styles.xml', `${word}.styles+xml`),
    override('word/numbering.xml', `${word}.numbering+xml`),
    override('word/footer1.xml', `${word}.footer+xml`),
    override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
  )

const override = (name: string, type: string): Xml => `<Override PartName="/${name}" ContentType="${type}"/>`

/** Where the file begins. */
export const packageRelationships = (): Xml =>
  relationshipsPart([
    ['document', `${office}/officeDocument`, 'word/document.xml'],
    ['core', `${packages}/relationships/metadata/core-properties`, 'docProps/core.xml'],
  ])

/** What the document refers to: its own parts, and the addresses of its links. */
export const documentRelationships = (links: readonly string[]): Xml =>
  relationshipsPart(
    [
      ['styles', `${office}/styles`, 'styles.xml'],
      ['numbering', `${office}/numbering`, 'numbering.xml'],
      ['footer', `${office}/footer`, 'footer1.xml'],
    ],
    links,
  )

type Relationship = readonly [id: string, type: string, target: string]

const relationshipsPart = (own: readonly Relationship[], links: readonly string[] = []): Xml =>
  foreignPart(
    'Relationships',
    `xmlns="${packages}/relationships"`,
    ...own.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`),
    ...links.map(
      (address, index) =>
        `<Relationship Id="link${index}" Type="${office}/hyperlink" Target="${xmlText(address)}" TargetMode="External"/>`,
    ),
  )

/** What the file is called, by whom and in which language. */
export const corePart = ({ title, group, date }: MinutesDocument): Xml =>
  foreignPart(
    'cp:coreProperties',
    `xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"`,
    `<dc:title>${xmlText(`${title} – ${group} – ${date}`)}</dc:title>`,
    `<dc:creator>${xmlText(group)}</dc:creator>`,
    '<dc:language>fr-FR</dc:language>',
  )

/** The number of the page, and how many there are. */
export const footerPart = (): Xml =>
  part(
    'ftr',
    paragraph(
      { isCentred: true },
      field('PAGE', { size: 18 }),
      run(' / ', { size: 18 }),
      field('NUMPAGES', { size: 18 }),
    ),
  )
