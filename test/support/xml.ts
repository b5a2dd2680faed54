/** An element as it was read: what it is called, its attributes, and what is in it. */
export type Element = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (Element | string)[]
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
// What XML 1.0 allows (production 2).
const allowed = /^[\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]*$/u
const token = /<\?[^>]*\?>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy

/** Reads XML without DTD, comments and CDATA. It shares nothing with the writers. @throws Error when it is not well-formed */
export function readXml(xml: string): Element {
  if (!allowed.test(xml)) throw new Error('a character that XML does not have')
  const root: { name: string; attributes: Record<string, string>; children: (Element | string)[] } = {
    name: '',
    attributes: {},
    children: [],
  }
  const open = [root]
  token.lastIndex = 0
  let end = 0
  for (let found = token.exec(xml); found !== null; found = token.exec(xml)) {
    end = token.lastIndex
    const [whole, closes, name, attributes = '', isEmpty, text] = found
    const current = open.at(-1)
    if (!current) throw new Error('something after the end')
    if (text !== undefined) current.children.push(decoded(text))
    else if (closes) {
      if (open.pop()?.name !== name) throw new Error(`${whole} closes nothing`)
    } else if (name !== undefined) {
      const element = { name, attributes: attributesOf(attributes), children: [] }
      current.children.push(element)
      if (!isEmpty) open.push(element)
    }
  }
  if (end !== xml.length || open.length !== 1) throw new Error(`it ends at ${end} of ${xml.length}`)
  const elements = root.children.filter((child) => typeof child !== 'string')
  const [only] = elements
  if (!only || elements.length !== 1) throw new Error('it has not one root')
  return only
}

function attributesOf(text: string): Record<string, string> {
  const found = [...text.matchAll(/([\w:.-]+)="([^"]*)"/g)]
  const names = found.map(([, name]) => name)
  if (new Set(names).size !== names.length) throw new Error(`an attribute twice: ${text}`)
  return Object.fromEntries(found.map(([, name = '', value = '']) => [name, decoded(value)]))
}

const decoded = (text: string): string => {
  if (/&(?!(?:amp|lt|gt|quot|apos);)/.test(text)) throw new Error(`an ampersand alone: ${text}`)
  return text.replaceAll(/&(\w+);/g, (_, name: string) => entities[name] ?? '')
}

/** Every element of this name, in order, wherever it is. */
export const elementsOf = (element: Element, name: string): readonly Element[] => [
  ...(element.name === name ? [element] : []),
  ...element.children.flatMap((child) => (typeof child === 'string' ? [] : elementsOf(child, name))),
]

/** All the text in an element. */
export const textIn = ({ children }: Element): string =>
  children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('')
