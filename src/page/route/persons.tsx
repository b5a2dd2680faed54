import { Hono, type Context as HonoContext } from 'hono'
import type { Child } from 'hono/jsx'
import { requireCoordinator } from '../../access/index.ts'
import type { AppEnv } from '../../context.ts'
import { askedConsents, consentTable } from '../../export/consents.ts'
import { writeCsv } from '../../export/csv.ts'
import { personJson } from '../../export/person.ts'
import { deleteNow } from '../../file/index.ts'
import { finderOf } from '../../person/match.ts'
import { alsoKnownAs, isNobody, type Person } from '../../person/person.ts'
import { knownBy } from '../../person/take-out.ts'
import { problem } from '../../problem.ts'
import { blankLoose, erasePerson, type FoundPerson, findPerson, proofOf } from '../../record/person/index.ts'
import { mirrorOf } from '../../sheet/index.ts'
import { allConsents, consentsOf, unprovenConsents } from '../../store/consents.ts'
import { blankDoubtful } from '../../store/doubtful.ts'
import { AskPerson } from '../person/ask.tsx'
import { type Asked, decidedOf, isNothing, readAsked } from '../person/asked.ts'
import { ConfirmErasure } from '../person/confirm.tsx'
import { FoundPlaces } from '../person/found.tsx'
import { PrintedPerson } from '../person/printed.tsx'
import { respond } from '../respond.tsx'
import { word } from '../words.ts'
import { readEntries } from './request.ts'

type C = HonoContext<AppEnv>

const here = '/coordination/personnes-concernees'
/** Records changed at a time at most: the free plan allows 50 queries an invocation. */
const mostAtOnce = 5
const nobody = { name: '', email: '', phone: '' }

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
    200,
    <>
      <AskPerson typed={nobody} empty={false} locale={locale} />
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
  return new Response(writeCsv(consentTable(catalogue, consents, unproven)), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="accords.csv"',
      'cache-control': 'no-store',
    },
  })
})

personRoutes.post(here, async (c) => {
  requireCoordinator(c)
  const { locale, context } = c.var
  const asked = readAsked(await readEntries(c))
  if (isNobody(asked.person)) return deskPage(c, 422, <AskPerson typed={asked.typed} empty locale={locale} />)
  const found = await findPerson(context, asked.person)
  switch (asked.action) {
    case 'chercher':
      return deskPage(c, 200, <Search asked={asked} found={found} c={c} />)
    case 'exporter':
      return jsonAnswer(
        personJson(
          asked.person,
          found,
          await consentsOf(
            context.db,
            found.records.map(({ record }) => record.id),
          ),
          context.now,
        ),
      )
    case 'imprimer':
      return respond(c, {
        title: word(locale, 'personPrinted'),
        content: (
          <>
            <h1>{word(locale, 'personPrinted')}</h1>
            <PrintedPerson found={found} now={context.now} locale={locale} />
          </>
        ),
        secret: true,
      })
    case 'preparer':
    case 'effacer':
      return erasure(c, asked, found)
    default:
      throw problem('invalid')
  }
})

async function erasure(c: C, asked: Asked, found: FoundPerson) {
  const { locale } = c.var
  const decided = decidedOf(asked, found)
  if (isNothing(decided))
    return deskPage(
      c,
      422,
      <>
        <div class="summary" role="alert">
          <p>{word(locale, 'personNothingChosen')}</p>
        </div>
        <Search asked={asked} found={found} c={c} />
      </>,
    )
  if (asked.action === 'effacer' && asked.sure) return eraseNow(c, asked, decided)
  const unsure = asked.action === 'effacer'
  const content = <ConfirmErasure asked={asked} decided={decided} unsure={unsure} locale={locale} />
  return deskPage(c, unsure ? 422 : 200, content, word(locale, 'personConfirm'))
}

async function eraseNow(c: C, asked: Asked, decided: ReturnType<typeof decidedOf>) {
  const { context, env, locale } = { ...c.var, env: c.env }
  const proof = await proofOf(asked.person)
  const done = await erasePerson(context, asked.person, decided.records.slice(0, mostAtOnce), proof)
  await blankLoose(context, decided.events, proof)
  if (decided.doubtful.length > 0) await blankDoubtful(context.db, decided.doubtful, context.now)
  if (decided.files.length > 0 && env.FILES) await deleteNow(context, env.FILES, decided.files)
  const isForgotten = await forgetInMirror(c, asked.person, decided.records)
  const left = await findPerson(context, asked.person)
  return deskPage(
    c,
    200,
    <>
      <p class="banner" role="status">
        {word(locale, 'personDone', { list: done.join(', ') || '–' })}
      </p>
      <p class="notice">{word(locale, 'personProof', { code: proof.code })}</p>
      {decided.records.length > mostAtOnce ? (
        <p class="notice">{word(locale, 'personAgain', { n: mostAtOnce })}</p>
      ) : null}
      {isForgotten ? null : <p class="notice">{word(locale, 'personSheetLate')}</p>}
      <h2>{word(locale, 'personLeft')}</h2>
      <FoundPlaces
        typed={asked.typed}
        person={asked.person}
        found={left}
        also={alsoOf(asked.person, left)}
        locale={locale}
      />
    </>,
  )
}

/** What the mirror remembers of the sheet goes too, of the person as the erased records knew them. */
async function forgetInMirror(
  c: C,
  person: Person,
  records: ReturnType<typeof decidedOf>['records'],
): Promise<boolean> {
  const find = finderOf(person)
  const whole = records
    .map(({ found: { form, record } }) => knownBy(form, record.answers, find))
    .reduce<Person>((known, more) => alsoKnownAs(known, more), person)
  try {
    await mirrorOf(c.env).forget(whole)
    return true
  } catch (cause) {
    console.error(cause)
    return false
  }
}

function Search({ c, asked, found }: { c: C; asked: Asked; found: FoundPerson }) {
  const { locale } = c.var
  return (
    <>
      <AskPerson typed={asked.typed} empty={false} locale={locale} />
      <FoundPlaces
        typed={asked.typed}
        person={asked.person}
        found={found}
        also={alsoOf(asked.person, found)}
        locale={locale}
      />
    </>
  )
}

/** How else the records found know the person. */
function alsoOf(person: Person, { records }: FoundPerson): Person {
  const find = finderOf(person)
  const known = records
    .map(({ form, record }) => knownBy(form, record.answers, find))
    .reduce<Person>((one, more) => alsoKnownAs(one, more), { names: [], emails: [], phones: [] })
  const isNew = (text: string) => find(text).length === 0
  return {
    names: known.names.filter(isNew),
    emails: known.emails.filter(isNew),
    phones: known.phones.filter(isNew),
  }
}

function deskPage(c: C, status: number, content: Child, title = word(c.var.locale, 'persons')) {
  const { locale } = c.var
  return respond(c, {
    title: status === 200 ? title : word(locale, 'errorPrefix') + title,
    content: (
      <>
        <h1>{title}</h1>
        {title === word(locale, 'persons') ? <p class="lead">{word(locale, 'personsLead')}</p> : null}
        {content}
      </>
    ),
    status,
    secret: true,
  })
}

function jsonAnswer(body: object): Response {
  return new Response(`${JSON.stringify(body, null, 2)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="donnees-personne.json"',
      'cache-control': 'no-store',
    },
  })
}
