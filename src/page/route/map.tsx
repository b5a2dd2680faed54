import { Hono } from 'hono'
import type { AppEnv } from '../../context.ts'
import { circlesOf } from '../../map/circles.ts'
import { classesOf } from '../../map/classes.ts'
import { countOrganisations } from '../../map/figures.ts'
import { isMapped } from '../../map/places.ts'
import { tally as count } from '../../map/tally.ts'
import { problem } from '../../problem.ts'
import { loadNames } from '../../record/load-names.ts'
import { publicRecords } from '../../record/published.ts'
import { Drawing } from '../map/drawing.tsx'
import { Asking, Filters } from '../map/filters.tsx'
import { Inset } from '../map/inset.tsx'
import { Legend, Notes } from '../map/legend.tsx'
import { Projects } from '../map/projects.tsx'
import { controlsOf, readQuestion } from '../map/question.ts'
import { MapTable } from '../map/table.tsx'
import { counted, type MapView } from '../map/view.ts'
import { respond } from '../respond.tsx'
import { word } from '../words.ts'

/** Where the records of the form that has a map take place. Everyone sees the same, coordinators too. */
export const mapRoutes = new Hono<AppEnv>()

mapRoutes.get('/carte', async (c) => {
  const { context, locale } = c.var
  const { lists, forms } = context.catalogue
  const form = forms.find(isMapped)
  if (form === undefined) throw problem('not-found')
  const controls = controlsOf(form, lists, locale)
  const question = readQuestion(controls, (name) => c.req.query(name))
  const [seen, names] = await Promise.all([publicRecords(context, form), loadNames(context, [form])])
  const tally = count(form, lists, seen, question.asked)
  const view: MapView = {
    form,
    lists,
    names,
    locale,
    question,
    tally,
    classes: classesOf(tally.regions.map((region) => region.count)),
    circles: circlesOf(form, lists, tally.departments),
  }
  const title = word(locale, 'mapTitle')
  const content = (
    <>
      <h1>{title}</h1>
      <p class="lead">{lead(view)}</p>
      <Filters controls={controls} question={question} locale={locale} />
      <Asking controls={controls} question={question} locale={locale} />
      <figure class="map">
        <Drawing view={view} />
        <Inset view={view} code={form.map.ground.inset} />
        <Legend view={view} />
        <Notes view={view} />
      </figure>
      <Projects view={view} />
      <MapTable view={view} />
    </>
  )
  return respond(c, { title, content })
})

/** The map in a sentence. */
function lead({ form, names, locale, question, tally }: MapView): string {
  const total = tally.records.length + tally.withheld
  if (total === 0) return word(locale, Object.keys(question.asked).length === 0 ? 'mapEmpty' : 'mapNone')
  return word(locale, 'mapLead', {
    projects: counted(locale, 'project', total),
    organisations: counted(locale, 'organisation', countOrganisations(form, names, tally.records)),
    n: tally.regions.filter((region) => region.count > 0).length,
    total: tally.regions.length,
  })
}
