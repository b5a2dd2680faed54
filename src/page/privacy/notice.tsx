import type { Locale } from '../../form/text.ts'
import { missingIn, type Notice, type NoticePart } from '../../privacy/index.ts'
import type { Settings } from '../../record/settings.ts'
import { word } from '../words.ts'

/** The notice of a form on its page: what for at once, the rest folded, so that a phone shows the questions first. */
export function FormNotice({ notice }: { notice: Notice }) {
  return (
    <section class="data" aria-label={word(notice.locale, 'yourData')}>
      <p>{notice.lead}</p>
      <details>
        <summary>{word(notice.locale, 'noticeMore')}</summary>
        {notice.parts.map((part) => (
          <>
            <h2>{part.title}</h2>
            <NoticeTexts part={part} />
          </>
        ))}
        <p class="links">
          <a href="/vos-donnees">{word(notice.locale, 'yourData')}</a>
        </p>
      </details>
    </section>
  )
}

/** The texts of a part of a notice: a paragraph, or a list. */
export function NoticeTexts({ part: { texts } }: { part: NoticePart }) {
  if (texts.length === 1) return <p>{texts[0]}</p>
  return (
    <ul>
      {texts.map((text) => (
        <li>{text}</li>
      ))}
    </ul>
  )
}

/** What the coordination has still to set before a page says all it must, and where; nothing once all is set. */
export function MissingSettings({ settings, locale }: { settings: Settings; locale: Locale }) {
  const missing = missingIn(settings)
  if (missing.length === 0) return null
  const names = missing.map((name) => word(locale, `missing.${name}`)).join(', ')
  return (
    <p class="notice">
      {word(locale, 'noticeIncomplete', { missing: names })}{' '}
      <a href="/coordination/reglages">{word(locale, 'settings')}</a>
    </p>
  )
}
