import type { StandingCount } from '../../figures/index.ts'
import type { Word } from '../words.ts'

/** What is said of the members of a campaign, in this order, in the console and on the public page. */
export const countedOfMembers = [
  { label: 'campaignAsked', of: 'asked' },
  { label: 'campaignAnswered', of: 'answered' },
  { label: 'campaignOpened', of: 'opened' },
  { label: 'campaignUnopened', of: 'unopened' },
  { label: 'campaignAgain', of: 'again' },
] as const satisfies readonly { readonly label: Word; readonly of: keyof StandingCount }[]
