import type { Locale } from '../../form/text.ts'
import { furtherWays } from '../../person/known.ts'
import { finderOf } from '../../person/match.ts'
import type { Person, TypedPerson } from '../../person/person.ts'
import { names } from '../../person/take-out.ts'
import type { FoundPerson, FoundRecord } from '../../record/person/index.ts'
import { formatMoment } from '../format.ts'
import { quarantinePath } from '../quarantine/path.ts'
import { word } from '../words.ts'
import { SamePerson } from './ask.tsx'
import { fateName } from './asked.ts'
import { Elsewhere, Places, titleOf } from './places.tsx'

type Props = {
  readonly typed: TypedPerson
  readonly person: Person
  readonly found: FoundPerson
  readonly locale: Locale
}

/** Where a person is named, what can be given to them, and what is to become of each place. */
export function FoundPlaces({ typed, person, found, locale }: Props) {
  const { records, events, inSettings, endpoints, doubtful, decisions } = found
  if (records.length + events.length + endpoints.length + doubtful.length + decisions === 0 && !inSettings)
    return <p>{word(locale, 'personNowhere')}</p>
  const isSure = finderOf({ ...person, names: [] })
  const said = records.map(({ form, record }) => ({ form, answers: record.answers }))
  return (
    <>
      <h2>{word(locale, 'personFound')}</h2>
      <p>{word(locale, 'personFoundLead', { n: records.length })}</p>
      {found.more ? <p class="notice">{word(locale, 'personMore')}</p> : null}
      <Also typed={typed} also={furtherWays(person, said)} locale={locale} />
      <Elsewhere found={found} locale={locale} />
      <form method="post" action="?" class="actions">
        <SamePerson typed={typed} />
        <button type="submit" name="action" value="exporter" class="second">
          {word(locale, 'personJson')}
        </button>
        <button type="submit" name="action" value="imprimer" class="second">
          {word(locale, 'personPrint')}
        </button>
      </form>
      <form method="post" action="?">
        <SamePerson typed={typed} />
        <p>{word(locale, 'personEraseLead')}</p>
        {records.map((one) => (
          <RecordChoice
            found={one}
            fate={names(one.record.answers, isSure) ? 'takeOut' : 'keep'}
            locale={locale}
          />
        ))}
        {doubtful.length === 0 ? null : (
          <fieldset class="row">
            <legend>{word(locale, 'personDoubtful', { n: doubtful.length })}</legend>
            <p class="hint">
              <a href={quarantinePath}>{word(locale, 'personDoubtfulSee')}</a>
            </p>
            {doubtful.map(({ id, at }) => (
              <label class="pick">
                <input type="checkbox" name="envoi" value={id} />
                {word(locale, 'personDoubtfulErase', { date: formatMoment(at, locale) })}
              </label>
            ))}
          </fieldset>
        )}
        {events.length === 0 ? null : (
          <fieldset class="row">
            <legend>{word(locale, 'personLoose', { n: events.length })}</legend>
            <label class="pick">
              <input type="checkbox" name="journal" value="1" />
              {word(locale, 'personLooseBlank')}
            </label>
          </fieldset>
        )}
        <div class="actions">
          <button type="submit" name="action" value="preparer">
            {word(locale, 'personPrepare')}
          </button>
        </div>
      </form>
    </>
  )
}

function RecordChoice({
  found,
  fate,
  locale,
}: {
  found: FoundRecord
  fate: 'keep' | 'takeOut'
  locale: Locale
}) {
  const { record, form, files, versions, passages } = found
  const fates = ['keep', 'takeOut', 'erase'] as const
  return (
    <fieldset class="row">
      <legend>{titleOf(found)}</legend>
      <p class="hint">
        {form.title[locale]}{' '}
        <a href={`/coordination/fiches/${record.reference}`}>{word(locale, 'personCorrect')}</a>
      </p>
      <Places found={found} locale={locale} />
      {fates.map((one) => (
        <label class="pick">
          <input type="radio" name={fateName(record.reference)} value={one} checked={one === fate} />
          {word(locale, `personFate.${one}`)}
        </label>
      ))}
      {versions.length + passages.length === 0
        ? null
        : files.map(({ id, name }) => (
            <label class="pick">
              <input type="checkbox" name="fichier" value={id} />
              {word(locale, 'personFile', { name })}
            </label>
          ))}
    </fieldset>
  )
}

/** A way to look by what the records themselves say of the person. */
function Also({ typed, also, locale }: { typed: TypedPerson; also: Person; locale: Locale }) {
  const list = [...also.names, ...also.emails, ...also.phones]
  if (list.length === 0) return null
  const joined = (one: string, others: readonly string[]) =>
    [one, ...others].filter((text) => text !== '').join('; ')
  return (
    <form method="post" action="?" class="notice">
      <SamePerson
        typed={{
          name: joined(typed.name, also.names),
          email: joined(typed.email, also.emails),
          phone: joined(typed.phone, also.phones),
        }}
      />
      <p>{word(locale, 'personAlso', { list: list.join(', ') })}</p>
      <button type="submit" name="action" value="chercher" class="second">
        {word(locale, 'personAlsoFind')}
      </button>
    </form>
  )
}
