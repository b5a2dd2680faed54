import type { Locale } from '../../form/text.ts'
import type { Erasure } from '../../record/person/index.ts'
import { word } from '../words.ts'
import { SamePerson } from './ask.tsx'
import { type Asked, fateName } from './asked.ts'
import { Places, titleOf } from './places.tsx'

type Props = {
  readonly asked: Asked
  readonly decided: Erasure
  /** Whether it was confirmed without the tick. */
  readonly unsure: boolean
  readonly locale: Locale
}

/** What an erasure will do, and what of it cannot be undone: nothing is done before it is confirmed here. */
export function ConfirmErasure({ asked, decided, unsure, locale }: Props) {
  const { records, files, doubtful, events } = decided
  const sure = word(locale, 'personSure')
  return (
    <>
      {unsure ? (
        <div class="summary" role="alert">
          <p class="links">
            <a href="#page-compris">{word(locale, 'personSureFirst')}</a>
          </p>
        </div>
      ) : null}
      <h2>{word(locale, 'personWill')}</h2>
      {records.map(({ found, fate }) => (
        <section class="row">
          <h3>{titleOf(found)}</h3>
          <p>{word(locale, `personWill.${fate}`)}</p>
          <Places found={found} locale={locale} />
        </section>
      ))}
      {files.length === 0 ? null : <p>{word(locale, 'personFilesGo', { n: files.length })}</p>}
      {doubtful.length === 0 ? null : <p>{word(locale, 'personDoubtful', { n: doubtful.length })}</p>}
      {events.length === 0 ? null : <p>{word(locale, 'personLoose', { n: events.length })}</p>}
      <h2>{word(locale, 'personNoReturn')}</h2>
      <ul>
        {([1, 2, 3, 4, 5] as const).map((n) => (
          <li>{word(locale, `personReturn${n}`)}</li>
        ))}
      </ul>
      <form method="post" action="?">
        <SamePerson typed={asked.typed} />
        {records.map(({ found, fate }) => (
          <input type="hidden" name={fateName(found.record.reference)} value={fate} />
        ))}
        {files.map((id) => (
          <input type="hidden" name="fichier" value={id} />
        ))}
        {doubtful.map((id) => (
          <input type="hidden" name="envoi" value={id} />
        ))}
        {events.length === 0 ? null : <input type="hidden" name="journal" value="1" />}
        <label class="pick">
          <input type="checkbox" id="page-compris" name="compris" value="1" />
          {sure}
        </label>
        <div class="actions">
          <button type="submit" name="action" value="effacer">
            {word(locale, 'personEraseNow')}
          </button>
          <button type="submit" name="action" value="chercher" class="second">
            {word(locale, 'personBack')}
          </button>
        </div>
      </form>
    </>
  )
}
