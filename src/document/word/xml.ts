import { xmlText } from '../../archive/xml.ts'

/** A piece of XML that is well-formed by itself, or ''. */
export type Xml = string

/** An element of WordprocessingML with its attributes, both under the prefix `w`. */
export function w(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  ...inner: readonly Xml[]
): Xml {
  const listed = Object.entries(attributes)
    .map(([key, value]) => ` w:${key}="${xmlText(String(value))}"`)
    .join('')
  const content = inner.join('')
  return content === '' ? `<w:${name}${listed}/>` : `<w:${name}${listed}>${content}</w:${name}>`
}

/** An element that says one thing by its `w:val`. */
export const value = (name: string, val: string | number): Xml => w(name, { val })

/** Whether a thing is so: the element alone, or nothing. */
export const flag = (name: string, is: boolean): Xml => (is ? w(name, {}) : '')
