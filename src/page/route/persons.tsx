import { Hono, type Context as HonoContext } from 'hono'
import { requireCoordinator } from '../../access/index.ts'
import type { AppEnv } from '../../context.ts'
import { askedConsents, consentTable } from '../../export/consents.ts'
import { writeCsv } from '../../export/index.ts'
import { personJson } from '../../export/person.ts'
import { isNobody } from '../../person/person.ts'
import { problem } from '../../problem.ts'
import { type FoundPerson, findPerson } from '../../record/person/index.ts'
import { allConsents, consentsOf, unprovenConsents } from '../../store/consents.ts'
import { download } from '../download.ts'
import { AskPerson } from '../person/ask.tsx'
import { type Asked, readAsked } from '../person/asked.ts'
import { deskPage, Search, titledPage } from '../person/desk.tsx'
import { answerErasure } from '../person/erasure.tsx'
import { PrintedPerson } from '../person/printed.tsx'
import { word } from '../words.ts'
import { readEntries } from './request.ts'

type C = HonoContext<AppEnv>

const here = '/coordination/personnes-concernees'
const untyped = { name: '', email: '', phone: '' }
const uncached = { 'cache-control': 'no-store' }

/**
 * The desk where a person's request about their data is answered: found, given, corrected, erased. Everything is asked
 * by POST, so that nobody's name stands in an address or a log. Who may call: coordinators.
 */
export const personRoutes = new Hono<AppEnv>()

personRoutes.get(here, (c) => {
  requireCoordinator(c)
  const { locale } = c.var
  return deskPage(
    c,
    <>
      <AskPerson typed={untyped} empty={false} locale={locale} />
      <p class="links">
        <a href={`${here}/accords.csv`}>{word(locale, 'consentRegister')}</a>
      </p>
      <p class="hint">{word(locale, 'consentRegisterAbout')}</p>
    </>,
  )
})

personRoutes.get(`${here}/accords.csv`, async (c) => {
  requireCoordinator(c)
  const { db, catalogue } = c.var.context
  const [consents, unproven] = await Promise.all([
    allConsents(db),
    unprovenConsents(db, askedConsents(catalogue)),
  ])
  const csv = writeCsv(consentTable(catalogue, consents, unproven))
  return download('accords.csv', 'text/csv; charset=utf-8', csv, uncached)
})

personRoutes.post(here, async (c) => {
  requireCoordinator(c)
  const { locale, context } = c.var
  const asked = readAsked(await readEntries(c))
  if (isNobody(asked.person)) return deskPage(c, <AskPerson typed={asked.typed} empty locale={locale} />, 422)
  const found = await findPerson(context, asked.person)
  switch (asked.action) {
    case 'chercher':
      return deskPage(c, <Search asked={asked} found={found} c={c} />)
    case 'exporter':
      return jsonAnswer(c, asked, found)
    case 'imprimer': {
      const consents = await consentsIn(c, found)
      const content = <PrintedPerson found={found} consents={consents} now={context.now} locale={locale} />
      return titledPage(c, word(locale, 'personPrinted'), 200, content)
    }
    case 'preparer':
    case 'effacer':
      return answerErasure(c, asked, found)
    default:
      throw problem('invalid')
  }
})

const consentsIn = (c: C, { records }: FoundPerson) =>
  consentsOf(
    c.var.context.db,
    records.map(({ record }) => record.id),
  )

async function jsonAnswer(c: C, { person }: Asked, found: FoundPerson): Promise<Response> {
  const json = personJson(person, found, await consentsIn(c, found), c.var.context.now)
  const text = `${JSON.stringify(json, null, 2)}\n`
  return download('donnees-personne.json', 'application/json; charset=utf-8', text, uncached)
}
