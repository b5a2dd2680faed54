import type { Form, Purpose } from '../form/definition/index.ts'
import type { Text } from '../form/text.ts'
import type { Settings } from '../record/settings.ts'
import { siteHost } from './hosts.ts'
import { hostText, monthsOf, type Notice, type NoticeSource, noticeFrom, periodOf } from './notice.ts'
import { bases, noticeWords, told } from './words.ts'

/** What those who read minutes under review are asked beside their comment: no field of a form, so it is said here. */
export const reviewWords = {
  purpose: {
    fr: 'dire qui fait une remarque sur le compte-rendu',
    en: 'to say who makes a comment on the minutes',
  },
  asked: {
    fr: 'Prénom et nom (obligatoire), organisation (obligatoire). À ce titre\u00a0: {basis}. {period}.',
    en: 'Full name (required), organisation (required). On the ground of {basis}. {period}.',
  },
  readers: {
    fr: 'Aussi\u00a0: les personnes présentes à qui le lien de relecture a été envoyé.',
    en: 'Also: those present to whom the review link was sent.',
  },
} as const satisfies Record<string, Text>

/**
 * The purpose with which the comments on minutes go: that of theirs which ends first, since whatever is taken out of
 * minutes in time takes their comments with it. Undefined for a form that has no review.
 */
export const purposeOfReview = (form: Form, settings: Settings): Purpose | undefined =>
  form.minutes === null
    ? undefined
    : form.purposes.toSorted((one, other) => monthsOf(one, settings) - monthsOf(other, settings))[0]

/** The notice for those who comment on minutes under review; null for a form that has no review. Pure. */
export function reviewNoticeOf(source: NoticeSource): Notice | null {
  const { form, settings, locale } = source
  const purpose = purposeOfReview(form, settings)
  if (purpose === undefined) return null
  const places = { basis: bases[purpose.basis][locale], period: periodOf(form, purpose, settings, locale) }
  return noticeFrom(source, [reviewWords.purpose[locale]], {
    why: [told(reviewWords.asked, locale, places)],
    recipients: [
      noticeWords.coordination[locale],
      reviewWords.readers[locale],
      noticeWords.unpublished[locale],
    ],
    abroad: [hostText(siteHost, locale)],
  })
}
