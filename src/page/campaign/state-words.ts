import type { Standing } from '../../record/campaign/index.ts'
import type { Word } from '../words.ts'

/** What the states of a member that was asked are called. */
export const stateWords = {
  unopened: 'campaignUnopened',
  opened: 'campaignOpened',
  answered: 'campaignHasAnswered',
  again: 'campaignAgain',
  retired: 'campaignRetired',
} as const satisfies Record<Standing['state'], Word>
