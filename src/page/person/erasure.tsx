import type { Context as HonoContext } from 'hono'
import type { AppEnv } from '../../context.ts'
import { deleteNow } from '../../file/index.ts'
import { wholePerson } from '../../person/known.ts'
import type { Person } from '../../person/person.ts'
import {
  type Erasure,
  erasePerson,
  type FoundPerson,
  findPerson,
  mostAtOnce,
  proofOf,
} from '../../record/person/index.ts'
import { mirrorOf } from '../../sheet/index.ts'
import { word } from '../words.ts'
import { type Asked, decidedOf, isNothing } from './asked.ts'
import { ConfirmErasure } from './confirm.tsx'
import { deskPage, Search, titledPage } from './desk.tsx'
import { FoundPlaces } from './found.tsx'

type C = HonoContext<AppEnv>

/** Says what an erasure will do; once that is confirmed, does it. */
export async function answerErasure(c: C, asked: Asked, found: FoundPerson): Promise<Response> {
  const { locale } = c.var
  const decided = decidedOf(asked, found)
  if (isNothing(decided)) {
    const content = (
      <>
        <div class="summary" role="alert">
          <p>{word(locale, 'personNothingChosen')}</p>
        </div>
        <Search asked={asked} found={found} c={c} />
      </>
    )
    return deskPage(c, content, 422)
  }
  if (asked.action === 'effacer' && asked.sure) return eraseNow(c, asked, decided)
  const unsure = asked.action === 'effacer'
  const content = <ConfirmErasure asked={asked} decided={decided} unsure={unsure} locale={locale} />
  return titledPage(c, word(locale, 'personConfirm'), unsure ? 422 : 200, content)
}

async function eraseNow(c: C, { person, typed }: Asked, decided: Erasure): Promise<Response> {
  const { context, locale } = c.var
  const { FILES } = c.env
  const proof = await proofOf(person)
  const done = await erasePerson(context, person, decided, proof)
  if (decided.files.length > 0 && FILES) await deleteNow(context, FILES, decided.files)
  const isForgotten = await forgetInMirror(c, person, decided)
  const left = await findPerson(context, person)
  return deskPage(
    c,
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
      <FoundPlaces typed={typed} person={person} found={left} locale={locale} />
    </>,
  )
}

/**
 * What the mirror remembers of the sheet goes too, of the person as the erased records knew them.
 * @returns false when it could not be reached: the page then says to do it again
 */
async function forgetInMirror(c: C, person: Person, { records }: Erasure): Promise<boolean> {
  const said = records.map(({ found: { form, record } }) => ({ form, answers: record.answers }))
  try {
    await mirrorOf(c.env).forget(wholePerson(person, said))
    return true
  } catch (cause) {
    console.error(cause)
    return false
  }
}
