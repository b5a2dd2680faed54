import { Hono, type Context as HonoContext } from 'hono'
import { requireCoordinator } from '../../access/index.ts'
import type { AppEnv } from '../../context.ts'
import { documentDocx, type MinutesDocument } from '../../document/index.ts'
import { DocumentView } from '../../document/view.tsx'
import { registerOf } from '../../privacy/index.ts'
import { longDate } from '../format.ts'
import { settingsOf } from '../group.ts'
import { docxAnswer } from '../minutes/documents.ts'
import { MissingSettings } from '../privacy/notice.tsx'
import { respond } from '../respond.tsx'
import { word } from '../words.ts'

/** What is done with personal data, for the authority. Who may call: coordinators. */
export const registerRoutes = new Hono<AppEnv>()

registerRoutes.get('/coordination/registre', async (c) => {
  requireCoordinator(c)
  const { locale } = c.var
  const { settings } = await settingsOf(c)
  const content = (
    <>
      <MissingSettings settings={settings} locale={locale} />
      <DocumentView document={await register(c)} />
      <p class="actions">
        <a href="/coordination/registre.docx">{word(locale, 'downloadWord')}</a>
      </p>
    </>
  )
  return respond(c, { title: word(locale, 'register'), content, secret: true })
})

registerRoutes.get('/coordination/registre.docx', async (c) => {
  requireCoordinator(c)
  return docxAnswer(await documentDocx(await register(c)), `registre-${today(c)}.docx`)
})

const today = (c: HonoContext<AppEnv>): string => new Date(c.var.context.now).toISOString().slice(0, 10)

async function register(c: HonoContext<AppEnv>): Promise<MinutesDocument> {
  const { context } = c.var
  const { settings } = await settingsOf(c)
  return registerOf({ catalogue: context.catalogue, settings, date: longDate(today(c), 'fr') })
}
