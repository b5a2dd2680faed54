import { Hono } from 'hono'
import { etag } from 'hono/etag'
import { requireCoordinator } from '../../access/index.ts'
import { writeAtom } from '../../calendar/index.ts'
import type { AppEnv } from '../../context.ts'
import { formScript } from '../assets.ts'
import { CopyButton } from '../copy-button.tsx'
import { capitalised, formatMoment, longDate } from '../format.ts'
import { groupOf, titled } from '../group.ts'
import { publishedMinutes } from '../minutes/published.ts'
import { respond } from '../respond.tsx'
import { word } from '../words.ts'

/** The list of published minutes, here, as a feed and for another site. Who may call: anyone. */
export const minutesRoutes = new Hono<AppEnv>()

minutesRoutes.get('/comptes-rendus', async (c) => {
  const { context, locale } = c.var
  const all = await publishedMinutes(context)
  const content = (
    <>
      <h1>{word(locale, 'minutes')}</h1>
      <p class="lead">{word(locale, all.length === 0 ? 'noMinutes' : 'minutesLead')}</p>
      <ul class="cards">
        {all.toReversed().map(({ reference, title, date, number, at }) => (
          <li>
            <a href={`/comptes-rendus/${reference}`}>{title}</a>
            <p>
              {capitalised(longDate(date, locale))}
              <br />
              <span class="hint">
                {word(locale, 'version', { n: number, date: formatMoment(at, locale) })}
              </span>
            </p>
          </li>
        ))}
      </ul>
      <p class="links">
        <a href="/comptes-rendus.atom">{word(locale, 'followFeed')}</a>
      </p>
    </>
  )
  return respond(c, { title: word(locale, 'minutes'), content })
})

/** The same for everyone: a feed reader asks in nobody's name. */
minutesRoutes.get('/comptes-rendus.atom', etag(), async (c) => {
  const { context } = c.var
  const locale = 'fr'
  const address = (path: string) => new URL(path, c.req.url).href
  const [minutes, group] = await Promise.all([publishedMinutes(context), groupOf(c)])
  const feed = writeAtom({
    title: titled(word(locale, 'minutes'), group, locale),
    locale,
    source: address('/comptes-rendus.atom'),
    page: address('/comptes-rendus'),
    author: group?.name[locale] ?? word(locale, 'site'),
    entries: minutes.map((one) => ({
      id: one.record,
      title: `${one.title} (${longDate(one.date, locale)})`,
      page: address(`/comptes-rendus/${one.reference}`),
      summary: word(locale, 'version', { n: one.number, date: formatMoment(one.at, locale) }),
      published: one.firstAt,
      updated: one.at,
    })),
  })
  return new Response(feed, {
    headers: {
      'content-type': 'application/atom+xml; charset=utf-8',
      'content-language': locale,
      'cache-control': 'public, max-age=300',
    },
  })
})

/** The list of the latest minutes for another site, as HTML to paste. Who may call: coordinators. */
minutesRoutes.get('/coordination/extrait', async (c) => {
  requireCoordinator(c)
  const { context, locale } = c.var
  const latest = (await publishedMinutes(context)).toReversed().slice(0, 10)
  const snippet = (
    <ul>
      {latest.map(({ reference, title, date }) => (
        <li>
          <a href={new URL(`/comptes-rendus/${reference}`, c.req.url).href}>
            {title} ({longDate(date, 'fr')})
          </a>
        </li>
      ))}
    </ul>
  )
  const title = word(locale, 'snippet')
  const content = (
    <>
      <h1>{title}</h1>
      <p id="page-extrait-aide">{word(locale, 'snippetWhy')}</p>
      <textarea readonly rows={10} id="page-extrait" aria-label={title} aria-describedby="page-extrait-aide">
        {String(snippet).replaceAll('<li>', '\n<li>').replace('</ul>', '\n</ul>')}
      </textarea>
      <div class="actions">
        <CopyButton of="page-extrait" what="snippet" locale={locale} />
      </div>
    </>
  )
  return respond(c, { title, content, secret: true, scripts: [formScript.path] })
})
