import type { Locale } from '../../form/text.ts'
import type { TypedPerson } from '../../person/person.ts'
import { word } from '../words.ts'

/** Whom to look for. Sent by POST: a person's name stands in no address, and so in no log. */
export function AskPerson({ typed, empty, locale }: { typed: TypedPerson; empty: boolean; locale: Locale }) {
  return (
    <>
      {empty ? (
        <div class="summary" role="alert">
          <p class="links">
            <a href="#page-nom">{word(locale, 'personNothing')}</a>
          </p>
        </div>
      ) : null}
      <form method="post" action="?">
        <p class="hint" id="page-aide">
          {word(locale, 'personHint')}
        </p>
        <div class="field">
          <label for="page-nom">{word(locale, 'personName')}</label>
          <input
            type="text"
            id="page-nom"
            name="nom"
            value={typed.name}
            autocomplete="off"
            aria-describedby="page-aide"
          />
        </div>
        <div class="field">
          <label for="page-courriel">{word(locale, 'personEmail')}</label>
          <input type="text" id="page-courriel" name="courriel" value={typed.email} autocomplete="off" />
        </div>
        <div class="field">
          <label for="page-telephone">{word(locale, 'personPhone')}</label>
          <input type="text" id="page-telephone" name="telephone" value={typed.phone} autocomplete="off" />
        </div>
        <div class="actions">
          <button type="submit" name="action" value="chercher">
            {word(locale, 'personFind')}
          </button>
        </div>
      </form>
    </>
  )
}

/** The same person, carried on by a form that asks for something else about them. */
export function SamePerson({ typed }: { typed: TypedPerson }) {
  return (
    <>
      <input type="hidden" name="nom" value={typed.name} />
      <input type="hidden" name="courriel" value={typed.email} />
      <input type="hidden" name="telephone" value={typed.phone} />
    </>
  )
}
