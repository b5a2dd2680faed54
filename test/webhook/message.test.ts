import { describe, expect, test } from 'vitest'
import type { Notice } from '../../src/record/notice.ts'
import { writeMessage } from '../../src/webhook/mail/message.ts'
import { readMail } from '../support/mail-reader.ts'

const usual: Notice = {
  subject: '[GT MIGRATION] Compte-rendu du 24/07/2018 publié',
  text: 'Bonjour,\n\nLe compte-rendu est publié :\nhttps://recueil.example/comptes-rendus/CR-0001',
  url: 'https://recueil.example/comptes-rendus/CR-0001',
}
const eventId = 'evt_0198f3a2-exemple'

const write = (changes: Partial<Notice> = {}) =>
  writeMessage({
    from: 'recueil@recueil.example',
    to: 'migration@listes.example',
    notice: { ...usual, ...changes },
    eventId,
    at: Date.UTC(2018, 6, 25, 9, 5, 7),
  })

/** What every message must be, whatever is in it: ASCII, CRLF alone, short lines. */
function expectSafe(message: string): void {
  expect(message).toMatch(/^[\t\r\n -~]*$/)
  expect(message.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  expect(Math.max(...message.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(76)
}

describe('a message to a list', () => {
  test('says who, to whom, what and when, and reads as it was written', () => {
    const message = write()
    expectSafe(message)
    const { headers, parts } = readMail(message)
    expect(headers).toEqual({
      from: 'recueil@recueil.example',
      to: 'migration@listes.example',
      subject: usual.subject,
      date: 'Wed, 25 Jul 2018 09:05:07 +0000',
      'message-id': `<${eventId}@recueil.example>`,
      'mime-version': '1.0',
      'auto-submitted': 'auto-generated',
      'content-type': 'text/plain; charset=utf-8',
      'content-transfer-encoding': 'quoted-printable',
    })
    expect(parts.map(({ text }) => text.replaceAll('\r\n', '\n'))).toEqual([`${usual.text}\n`])
    expect(write()).toBe(message)
  })

  test('gives the address under a text that has it not, once', () => {
    const [part] = readMail(write({ text: 'Publié.' })).parts
    expect(part?.text).toBe(`Publié.\r\n\r\n${usual.url}\r\n`)
    expect(write().split('CR-0001').length - 1).toBe(1)
    expect(readMail(write({ text: 'Publié.', url: '' })).parts[0]?.text).toBe('Publié.\r\n')
  })

  test.each([
    ['plain', 'Reminder'],
    ['with accents', 'Réunion du 3 août à 14 h 30 : l’ordre du jour « définitif »'],
    ['long, without a space', 'é'.repeat(400)],
    ['long, in ASCII', 'word '.repeat(60).trim()],
    ['of characters outside the first plane', '🌍'.repeat(40)],
    ['that looks like an encoded word', '=?utf-8?B?w6k=?='],
    ['empty', ''],
  ])('has a subject %s', (_, subject) => {
    const message = write({ subject })
    expectSafe(message)
    expect(readMail(message).headers.subject).toBe(subject)
  })

  test.each(['\r\n', '\n', '\r', '\u0085', '\u2028', '\v', '\0'])(
    'has no header that somebody put in a subject after %j',
    (end) => {
      const { headers } = readMail(write({ subject: `Réunion${end}Bcc: tous@exemple.org` }))
      expect(headers.bcc).toBeUndefined()
      expect(headers.subject).toBe('Réunion Bcc: tous@exemple.org')
    },
  )

  test.each([
    ['lines of one dot, as SMTP ends a message', 'a\n.\n..\n.fin'],
    ['lines that begin with From', 'a\nFrom now on\n>From'],
    ['spaces and tabs at the ends of lines', 'a \nb\t\n \n'],
    ['a line of 5,000 letters', `${'é'.repeat(2_500)}${'a'.repeat(2_500)}`],
    ['equals signs', 'a=3D=\n==_evt'],
    ['headers after an empty line', '\n\nBcc: tous@exemple.org\n\n--=_evt_0198f3a2-exemple--'],
    ['dots at every place of a long line', '.'.repeat(1_000)],
  ])('keeps %s as they are', (_, text) => {
    const message = write({ text, url: '' })
    expectSafe(message)
    const body = message.slice(message.indexOf('\r\n\r\n'))
    expect(body).not.toMatch(/\r\n\.|\r\nFrom |[ \t]\r\n/)
    expect(readMail(message).parts[0]?.text).toBe(`${text.replaceAll('\n', '\r\n')}\r\n`)
  })

  test('drops what no text has, and mends a broken character', () => {
    const { parts } = readMail(write({ text: 'a\0b\u001b[31mc\ud800d\re\r\nf', url: '' }))
    expect(parts[0]?.text).toBe('ab[31mc\ufffdd\r\ne\r\nf\r\n')
  })

  test('carries an invitation that calendar programs take, byte for byte', () => {
    const ics = [
      'BEGIN:VCALENDAR',
      'METHOD:REQUEST',
      'BEGIN:VEVENT',
      `SUMMARY:${'Réunion '.repeat(9)}`,
      ' suite de la ligne',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n')
    const message = write({ ics })
    expectSafe(message)
    const { headers, parts } = readMail(message)
    expect(headers['content-type']).toBe(`multipart/mixed; boundary="=_${eventId}"`)
    expect(parts.map(({ type }) => type)).toEqual([
      'text/plain; charset=utf-8',
      'text/calendar; charset=utf-8; method=REQUEST',
    ])
    expect(parts[0]?.text).toBe(`${usual.text.replaceAll('\n', '\r\n')}\r\n`)
    expect(parts[1]?.text).toBe(`${ics}\r\n`)
  })

  test('has no header that somebody put in an invitation’s method', () => {
    const { parts } = readMail(write({ ics: 'METHOD:REQUEST; x\r\nMETHOD:a\r\n' }))
    expect(parts[1]?.type).toBe('text/calendar; charset=utf-8')
  })
})
