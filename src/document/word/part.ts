import type { Xml } from './xml.ts'

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A part of the file whose root is an element of WordprocessingML. */
export const part = (root: string, ...inner: readonly Xml[]): Xml =>
  `${declaration}<w:${root} xmlns:w="${main}" xmlns:r="${relationships}">${inner.join('')}</w:${root}>`

/** A part of another vocabulary, whose namespaces its root declares. */
export const foreignPart = (root: string, attributes: string, ...inner: readonly Xml[]): Xml =>
  `${declaration}<${root} ${attributes}>${inner.join('')}</${root}>`
