import { Hono } from 'hono'
import type { AppEnv } from '../../context.ts'
import type { Form, Glossary, Term } from '../../form/definition/index.ts'
import { mergedTerms } from '../../form/glossary.ts'
import { stateOf } from '../../form/index.ts'
import type { Locale } from '../../form/text.ts'
import type { StoredRecord } from '../../record/index.ts'
import { recordsSeen } from '../../record/published.ts'
import { respond } from '../respond.tsx'
import { SearchBox } from '../search-box.tsx'
import { word } from '../words.ts'

/** The group's lexicon. Who may call: anyone; coordinators see what is proposed too. */
export const lexiconRoutes = new Hono<AppEnv>()

lexiconRoutes.get('/lexique', async (c) => {
  const { context, locale } = c.var
  const forms = context.catalogue.forms.filter(({ glossary }) => glossary !== null)
  const lexicons = await Promise.all(
    forms.map(async (form) => ({ form, records: (await recordsSeen(context, form)).records })),
  )
  const coordinates = context.actor.role === 'coordinator'
  const title = word(locale, 'lexicon')
  const content = (
    <>
      <h1>{title}</h1>
      <p class="lead">{word(locale, 'lexiconLead')}</p>
      <SearchBox locale={locale} />
      {lexicons.map(({ form, records }) =>
        form.glossary === null ? null : (
          <Lexicon
            form={form}
            glossary={form.glossary}
            records={records}
            coordinates={coordinates}
            locale={locale}
          />
        ),
      )}
    </>
  )
  return respond(c, { title, content })
})

type Props = {
  readonly form: Form
  readonly glossary: Glossary
  readonly records: readonly StoredRecord[]
  readonly coordinates: boolean
  readonly locale: Locale
}

function Lexicon({ form, glossary, records, coordinates, locale }: Props) {
  const { compare } = new Intl.Collator('fr')
  const terms = records.toSorted((one, other) =>
    compare(preferredOf(glossary, one), preferredOf(glossary, other)),
  )
  const adopted = records
    .filter(({ status }) => glossary.states.includes(status))
    .map((record) => ({ preferred: preferredOf(glossary, record), avoid: avoidedOf(glossary, record) }))
  // Those of the beginning that the lexicon says nothing of.
  const starting = mergedTerms(glossary.starting, adopted).filter((term) => !adopted.includes(term))
  return (
    <>
      {terms.length === 0 ? <p>{word(locale, 'noTerm')}</p> : null}
      <dl class="terms">
        {terms.map((record) => (
          <div id={record.reference}>
            <dt>
              {preferredOf(glossary, record)}{' '}
              {coordinates ? <span class="tag">{stateOf(form, record.status).label[locale]}</span> : null}
            </dt>
            <Meaning
              form={form}
              glossary={glossary}
              record={record}
              coordinates={coordinates}
              locale={locale}
            />
          </div>
        ))}
      </dl>
      {form.submit === 'anyone' || coordinates ? (
        <p>
          <a class="button" href={`/formulaires/${form.id}`}>
            {word(locale, 'proposeTerm')}
          </a>
        </p>
      ) : null}
      <Starting form={form} glossary={glossary} terms={starting} locale={locale} />
    </>
  )
}

const preferredOf = ({ preferred }: Glossary, { answers }: StoredRecord): string =>
  String(answers[preferred] ?? '')

const avoidedOf = ({ avoid }: Glossary, { answers }: StoredRecord): readonly string[] =>
  (answers[avoid] ?? []) as readonly string[]

const labelOf = (form: Form, name: string, locale: Locale): string =>
  form.fields.find((field) => field.name === name)?.label[locale] ?? ''

type MeaningProps = Omit<Props, 'records'> & { readonly record: StoredRecord }

function Meaning({ form, glossary, record, coordinates, locale }: MeaningProps) {
  const definition = record.answers[glossary.definition]
  const source = record.answers[glossary.source]
  const avoided = avoidedOf(glossary, record)
  return (
    <>
      {definition === undefined ? null : <dd class="cell">{String(definition)}</dd>}
      {avoided.length === 0 ? null : (
        <dd>
          {labelOf(form, glossary.avoid, locale)}&nbsp;: {avoided.join(', ')}
        </dd>
      )}
      {source === undefined ? null : (
        <dd>
          {labelOf(form, glossary.source, locale)}&nbsp;:{' '}
          <a href={String(source)} rel="nofollow">
            {String(source)}
          </a>
        </dd>
      )}
      {coordinates ? (
        <dd>
          <a href={`/coordination/fiches/${record.reference}`}>{word(locale, 'openRecord')}</a>
        </dd>
      ) : null}
    </>
  )
}

type StartingProps = Pick<Props, 'form' | 'glossary' | 'locale'> & { readonly terms: readonly Term[] }

function Starting({ form, glossary, terms, locale }: StartingProps) {
  if (terms.length === 0) return null
  return (
    <>
      <h2>{word(locale, 'startingTerms')}</h2>
      <p class="hint">{word(locale, 'startingTermsWhy')}</p>
      <dl class="terms">
        {terms.map(({ preferred, avoid }) => (
          <div>
            <dt>{preferred}</dt>
            {avoid.length === 0 ? null : (
              <dd>
                {labelOf(form, glossary.avoid, locale)}&nbsp;: {avoid.join(', ')}
              </dd>
            )}
          </div>
        ))}
      </dl>
    </>
  )
}
