import { Hono } from 'hono'
import { coordinatorsIn, requireCoordinator } from '../../access/index.ts'
import type { AppEnv, Context } from '../../context.ts'
import { parseReference } from '../../record/index.ts'
import { type LiveLink, liveLinks } from '../../store/links.ts'
import { referenceNames } from '../../store/records.ts'
import { LinksTable, mostLinks } from '../people/links-table.tsx'
import { RolesTable } from '../people/roles-table.tsx'
import { respond } from '../respond.tsx'
import { word } from '../words.ts'

/** Who coordinates, who holds a personal link, and what each may do. Who may call: coordinators. */
export const peopleRoutes = new Hono<AppEnv>()

peopleRoutes.get('/coordination/personnes', async (c) => {
  requireCoordinator(c)
  const { context, locale } = c.var
  const { catalogue, db, now, actor } = context
  const meetings = catalogue.forms.flatMap(({ id, minutes }) =>
    minutes === null ? [] : [[id, minutes.meeting] as const],
  )
  const links = await liveLinks(db, now, Object.fromEntries(meetings), mostLinks)
  const title = word(locale, 'people')
  const content = (
    <>
      <h1>{title}</h1>
      <h2>{word(locale, 'peopleCoordinators')}</h2>
      <ul>
        {coordinatorsIn(c.env.COORDINATORS).map((name) => (
          <li>
            {name} – {word(locale, name.includes('@') ? 'peoplePerson' : 'peopleToken')}
            {name === actor.name ? `, ${word(locale, 'peopleYou')}` : ''}
          </li>
        ))}
      </ul>
      <p>{word(locale, 'peopleHow')}</p>
      <h2>{word(locale, 'peopleLinks')}</h2>
      <p class="hint">{word(locale, 'peopleLinksWhy')}</p>
      <LinksTable
        catalogue={catalogue}
        links={links}
        names={await holderNames(context, links)}
        locale={locale}
      />
      <h2>{word(locale, 'peopleRoles')}</h2>
      <p class="hint">{word(locale, 'peopleRolesWhy')}</p>
      <RolesTable locale={locale} />
    </>
  )
  return respond(c, { title, content, secret: true })
})

/** What the records are called that links were made for, by reference: one query a form. */
async function holderNames(
  { db, catalogue }: Context,
  links: readonly LiveLink[],
): Promise<ReadonlyMap<string, string>> {
  const holders = Map.groupBy(
    links.map(({ holder }) => holder),
    (holder) => parseReference(catalogue, holder)?.form ?? null,
  )
  const names = await Promise.all(
    [...holders].map(([form, references]) =>
      form === null ? new Map<string, string>() : referenceNames(db, form, form.titleField, references),
    ),
  )
  return new Map(names.flatMap((found) => [...found]))
}
