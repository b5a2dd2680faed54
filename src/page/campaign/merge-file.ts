import { writeCsv } from '../../export/index.ts'
import type { Locale } from '../../form/text.ts'
import type { AskedMember } from '../../record/campaign/index.ts'
import { word } from '../words.ts'
import { stateWords } from './state-words.ts'

/** Who was asked, for a mail merge: name, addresses, state, link. */
export function mergeFile(members: readonly AskedMember[], locale: Locale): string {
  const column = (key: string, header: string) => ({ key, header, tag: null })
  return writeCsv({
    name: '',
    columns: [
      column('member', word(locale, 'campaignMember')),
      column('addresses', word(locale, 'campaignAddresses')),
      column('state', word(locale, 'campaignState')),
      column('link', word(locale, 'campaignLink')),
    ],
    rows: members.map(({ name, addresses, state, address }) => [
      name,
      addresses.join(', '),
      word(locale, stateWords[state]),
      address ?? '',
    ]),
  })
}
