import type { Locale } from '../../form/text.ts'
import type { AskedMember } from '../../record/campaign/index.ts'
import { word } from '../words.ts'
import { stateWords } from './state-words.ts'

/** What makes a spreadsheet take a text for a formula (owasp.org/www-community/attacks/CSV_Injection). */
const formula = /^[\s"'\u00a0\u200b]*[=+\-@＝＋－＠\t\r]/

/** Who was asked, for a mail merge: name, addresses, link; RFC 4180 with the mark by which Excel reads UTF-8. */
export function mergeFile(members: readonly AskedMember[], locale: Locale): string {
  const lines = [
    [word(locale, 'campaignMember'), 'E-mail', word(locale, 'campaignState'), word(locale, 'campaignLink')],
    ...members.map(({ name, addresses, state, address }) => [
      name,
      addresses.join(', '),
      word(locale, stateWords[state]),
      address,
    ]),
  ]
  return `\ufeff${lines.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')}`
}

const cell = (text: string): string => `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
