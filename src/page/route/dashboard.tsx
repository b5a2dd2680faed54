import { Hono, type Context as HonoContext } from 'hono'
import type { AppEnv } from '../../context.ts'
import { documentDocx, type MinutesDocument } from '../../document/index.ts'
import { DocumentView } from '../../document/view.tsx'
import { emptyRegions, type Figures, loadFigures, publicCampaignFigures } from '../../figures/index.ts'
import { reportOf, wantedOfReport } from '../../figures/report/index.ts'
import { formatNumber } from '../../form/numbers.ts'
import type { Locale } from '../../form/text.ts'
import { openCampaigns } from '../../record/campaign/index.ts'
import { Answers } from '../dashboard/answers.tsx'
import { CampaignAnswers } from '../dashboard/campaign.tsx'
import { counted } from '../dashboard/counted.ts'
import { Criteria } from '../dashboard/criteria.tsx'
import { Months } from '../dashboard/months.tsx'
import { Projects } from '../dashboard/projects.tsx'
import { longDate } from '../format.ts'
import { groupOf } from '../group.ts'
import { docxAnswer } from '../minutes/documents.ts'
import { publishedMinutes } from '../minutes/published.ts'
import { respond } from '../respond.tsx'
import { word } from '../words.ts'

/** The public figures, and the report of the plan. Who may call: anyone, and all see the same. */
export const dashboardRoutes = new Hono<AppEnv>()

dashboardRoutes.get('/tableau-de-bord', async (c) => {
  const { context, locale } = c.var
  const [{ figures }, open] = await Promise.all([loadFigures(context), openCampaigns(context)])
  const title = word(locale, 'dashboard')
  const content = (
    <>
      <h1>{title}</h1>
      <p class="lead">{word(locale, 'dashLead', { date: longDate(figures.today, locale) })}</p>
      <p class="links">
        <a href="/tableau-de-bord/bilan">{word(locale, 'dashReport')}</a>
      </p>
      <InShort figures={figures} locale={locale} />
      {figures.projects.map((one) => (
        <Projects figures={one} locale={locale} />
      ))}
      {figures.criteria.map((one) => (
        <Criteria figures={one} locale={locale} />
      ))}
      {figures.answers.map((one) => (
        <Answers figures={one} locale={locale} />
      ))}
      {open.map(({ campaign, members }) => (
        <CampaignAnswers
          campaign={campaign}
          figures={publicCampaignFigures(campaign, context.catalogue.lists, members)}
          locale={locale}
        />
      ))}
      <Months figures={figures.months} locale={locale} />
    </>
  )
  return respond(c, { title, content })
})

dashboardRoutes.get('/tableau-de-bord/bilan', async (c) => {
  const { locale } = c.var
  const content = (
    <>
      <DocumentView document={await report(c)} />
      <footer class="about">
        <p class="actions">
          <a href="/tableau-de-bord/bilan.docx">{word(locale, 'downloadWord')}</a>
          <a href="/tableau-de-bord">{word(locale, 'dashboard')}</a>
        </p>
      </footer>
    </>
  )
  return respond(c, { title: word(locale, 'report'), content })
})

dashboardRoutes.get('/tableau-de-bord/bilan.docx', async (c) =>
  docxAnswer(await documentDocx(await report(c)), `bilan-${dayOf(c.var.context.now)}.docx`),
)

const dayOf = (now: number): string => new Date(now).toISOString().slice(0, 10)

/** The report as of now. */
async function report(c: HonoContext<AppEnv>): Promise<MinutesDocument> {
  const { context } = c.var
  const [group, { figures, live }, minutes] = await Promise.all([
    groupOf(c),
    loadFigures(context, wantedOfReport(context.catalogue)),
    publishedMinutes(context),
  ])
  const links = minutes.map(({ title, date, reference }) => ({
    title,
    date,
    address: new URL(`/comptes-rendus/${reference}`, c.req.url).href,
  }))
  return reportOf({ catalogue: { ...context.catalogue, group }, figures, live, minutes: links })
}

/** The few numbers that people ask for first. */
function InShort({ figures, locale }: { figures: Figures; locale: Locale }) {
  const { projects, criteria, answers, months } = figures
  const minutes = months.at(-1)?.minutesInAll ?? 0
  const of = (n: number, total: number) => word(locale, 'dashCoveredOf', { n, total })
  const facts = [
    ...projects.flatMap((one) => [
      [counted(locale, 'dashShown', one.shown), one.shown],
      [word(locale, 'dashCovered'), of(one.regions.length - emptyRegions(one).length, one.regions.length)],
      ...one.people.map(({ field, sum }) => [field.label[locale], formatNumber(sum, locale)]),
    ]),
    ...criteria.map(({ all }) => [word(locale, 'dashCriteriaMet'), of(all.met, all.total)]),
    ...answers.map(({ members }) => [counted(locale, 'dashMembers', members), members]),
    [counted(locale, 'dashMinutes', minutes), minutes],
  ]
  return (
    <section class="figures" aria-labelledby="in-short">
      <h2 id="in-short">{word(locale, 'dashInShort')}</h2>
      <dl class="counts">
        {facts.map(([name, value]) => (
          <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
