import { Hono } from 'hono'
import type { AppEnv } from '../../context.ts'
import { keptApart, type NoticePart, noticeOf, reviewNoticeOf } from '../../privacy/index.ts'
import { groupOf, settingsOf } from '../group.ts'
import { MissingSettings, NoticeTexts } from '../privacy/notice.tsx'
import { respond } from '../respond.tsx'
import { word } from '../words.ts'

/** What the notices of all forms say alike. */
const shared: readonly NoticePart['id'][] = ['who', 'rights', 'receipt']

/** What personal data the forms ask for and what becomes of them. Who may call: anyone, and all see the same. */
export const privacyRoutes = new Hono<AppEnv>()

privacyRoutes.get('/vos-donnees', async (c) => {
  const { locale, context } = c.var
  const { forms } = context.catalogue
  const [{ settings }, group] = await Promise.all([settingsOf(c), groupOf(c)])
  const notices = forms.flatMap((form) => {
    const title = form.title[locale]
    return [
      { title, notice: noticeOf(form, group, settings, locale) },
      { title: word(locale, 'reviewTitle'), notice: reviewNoticeOf({ form, group, settings, locale }) },
    ].flatMap(({ title, notice }) => (notice === null ? [] : [{ title, notice }]))
  })
  const common = notices[0]?.notice.parts.filter(({ id }) => shared.includes(id)) ?? []
  const content = (
    <>
      <h1>{word(locale, 'yourData')}</h1>
      {context.actor.role === 'coordinator' ? <MissingSettings settings={settings} locale={locale} /> : null}
      <p class="lead">{word(locale, notices.length === 0 ? 'dataNothing' : 'dataLead')}</p>
      {common.map((part) => (
        <>
          <h2>{part.title}</h2>
          <NoticeTexts part={part} />
        </>
      ))}
      {notices.map(({ title, notice }) => (
        <>
          <h2>{title}</h2>
          <p>{notice.lead}</p>
          {notice.parts
            .filter(({ id }) => !shared.includes(id))
            .map((part) => (
              <>
                <h3>{part.title}</h3>
                <NoticeTexts part={part} />
              </>
            ))}
        </>
      ))}
      <h2>{word(locale, 'keptApart')}</h2>
      <ul>
        {keptApart.map((text) => (
          <li>{text[locale]}</li>
        ))}
      </ul>
      <h2>{word(locale, 'onDevice')}</h2>
      <p>{word(locale, 'onDeviceText')}</p>
    </>
  )
  return respond(c, { title: word(locale, 'yourData'), content })
})
