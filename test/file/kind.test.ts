import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { kindOf } from '../../src/file/kind.ts'

const bytesOf = (...parts: readonly (string | Uint8Array)[]) =>
  Uint8Array.from(parts.flatMap((part) => [...(typeof part === 'string' ? strToU8(part, true) : part)]))

const word = { 'word/document.xml': strToU8('<w:document/>'), '[Content_Types].xml': strToU8('<Types/>') }
const archive = (further: Readonly<Record<string, Uint8Array>> = {}) => zipSync({ ...word, ...further })
const jar = zipSync({
  'META-INF/MANIFEST.MF': strToU8('Main-Class: X'),
  'X.class': strToU8('\u00ca\u00fe', true),
})
const pdf = '%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'
const gif = 'GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000;'
const html = '<!DOCTYPE html><script>alert(1)</script>'

/** A million zeros are a kilobyte; and what says that it has four gigabytes in it. */
const bomb = () => {
  const packed = zipSync({ ...word, 'word/media/x.bin': new Uint8Array(20_000_000) })
  const view = new DataView(packed.buffer)
  for (let at = 0; at + 4 <= packed.length; at++)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0xffffffff, true)
  return packed
}

describe('a file is, whatever it is called,', () => {
  test.each<[string, Uint8Array, string | null]>([
    ['a PDF', bytesOf(pdf), 'pdf'],
    ['a Word document', archive(), 'docx'],
    [
      'a Word document with pictures',
      archive({ 'word/media/image1.png': strToU8('\u0089PNG', true) }),
      'docx',
    ],
    ['a bomb, which nobody unpacks', bomb(), 'docx'],
    ['nothing', new Uint8Array(), null],
    ['a page', bytesOf(html), null],
    ['a page that says further on that it is a PDF', bytesOf(html, pdf), null],
    ['a PDF after a blank', bytesOf(' ', pdf), null],
    ['a drawing', bytesOf('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), null],
    ['a picture', bytesOf(gif), null],
    ['a picture that is a Java program (GIFAR)', bytesOf(gif, jar), null],
    ['a PDF that is a Java program', bytesOf(pdf, jar), null],
    ['a PDF that is a Word document', bytesOf(pdf, archive()), null],
    ['a PDF with a page behind that is an archive with a comment', bytesOf(pdf, commented(jar, html)), null],
    ['a Java program', jar, null],
    ['a Word document that is a Java program', archive({ 'META-INF/MANIFEST.MF': strToU8('X') }), null],
    ['a Word document with macros', archive({ 'word/vbaProject.bin': strToU8('X') }), null],
    ['another archive', zipSync({ 'xl/workbook.xml': strToU8('<x/>') }), null],
    ['an archive with a picture before it', bytesOf(gif, archive()), null],
    ['an archive with a page behind it', bytesOf(archive(), html), null],
    ['an archive with a page in its comment', commented(archive(), html), null],
    ['an archive behind an archive', bytesOf(archive(), jar), null],
    ['half an archive', archive().subarray(0, 60), null],
    ['the end of an archive alone', archive().subarray(-22), null],
    ['a program of Windows', bytesOf('MZ\u0090\u0000'), null],
    ['a script', bytesOf('#!/bin/sh\n'), null],
  ])('%s', (_, bytes, extension) => {
    expect(kindOf(bytes)?.extension ?? null).toBe(extension)
  })

  test('judged at once and without a fault, however it is damaged', () => {
    const whole = archive({ 'word/styles.xml': strToU8('x'.repeat(5000)) })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 20 }),
        fc.nat(whole.length),
        (changes, length) => {
          const damaged = Uint8Array.from(whole)
          for (const [at, value] of changes) damaged[at] = value
          const kind = kindOf(damaged.subarray(0, length))
          expect([null, 'docx']).toContain(kind?.extension ?? null)
        },
      ),
      { numRuns: 500 },
    )
  }, 30_000)
})

/** An archive with a comment, whose length its end tells. */
function commented(packed: Uint8Array, comment: string): Uint8Array {
  const bytes = bytesOf(packed, comment)
  new DataView(bytes.buffer).setUint16(packed.length - 2, comment.length, true)
  return bytes
}
