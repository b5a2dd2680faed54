import { Hono, type Context as HonoContext } from 'hono'
import { etag } from 'hono/etag'
import type { AppEnv } from '../../context.ts'
import {
  buildPack,
  choiceTable,
  dictionary,
  formatsOf,
  type Level,
  mayBeTaken,
  take,
  writeCsv,
} from '../../export/index.ts'
import type { Form } from '../../form/definition/index.ts'
import { findForm } from '../../form/index.ts'
import type { Locale } from '../../form/text.ts'
import { problem } from '../../problem.ts'
import { download } from '../download.ts'
import { respond } from '../respond.tsx'
import { word } from '../words.ts'

type C = HonoContext<AppEnv>

/**
 * What can be taken away: everyone gets the public answers of the published records, coordinators everything, unless they
 * ask for what everyone gets (`?pour=tous`), as for a cartographer.
 */
export const exportRoutes = new Hono<AppEnv>()

const forEveryone = '?pour=tous'
const pack = 'paquet-cartographe.zip'
const csv = 'text/csv; charset=utf-8'

exportRoutes.get('/exports', (c) => {
  const { locale, context } = c.var
  const { forms, group } = context.catalogue
  const coordinates = context.actor.role === 'coordinator'
  const suffix = coordinates ? forEveryone : ''
  const content = (
    <>
      <h1>{word(locale, 'exports')}</h1>
      <p class="lead">{word(locale, 'exportsLead')}</p>
      <p class="actions">
        <a class="button" href={`/exports/${pack}${suffix}`} download>
          {word(locale, 'exportsPack')}
        </a>
      </p>
      <p class="hint">{word(locale, 'exportsPackAbout')}</p>
      <h2>{word(locale, 'exportsByForm')}</h2>
      <Files forms={forms.filter((form) => mayBeTaken(form, 'public'))} suffix={suffix} locale={locale} />
      <h2>{word(locale, 'exportsMeaning')}</h2>
      <p>{word(locale, 'exportsSmall')}</p>
      <ul class="links">
        <li>
          <a href={`/exports/dictionnaire.csv${suffix}`}>{word(locale, 'exportsDictionary')}</a>
        </li>
        <li>
          <a href={`/exports/listes.csv${suffix}`}>{word(locale, 'exportsLists')}</a>
        </li>
      </ul>
      {group === null ? null : (
        <>
          <h2>{word(locale, 'exportsLicence')}</h2>
          <p>{group.licence[locale]}</p>
        </>
      )}
      {coordinates ? (
        <>
          <h2>{word(locale, 'exportsAll')}</h2>
          <p>{word(locale, 'exportsAllAbout')}</p>
          <Files forms={forms} suffix="" locale={locale} />
          <p class="links">
            <a href={`/exports/${pack}`}>{word(locale, 'exportsAllPack')}</a>
          </p>
        </>
      ) : null}
    </>
  )
  return respond(c, { title: word(locale, 'exports'), content })
})

type FilesProps = { readonly forms: readonly Form[]; readonly suffix: string; readonly locale: Locale }

function Files({ forms, suffix, locale }: FilesProps) {
  return (
    <ul class="cards files">
      {forms.map((form) => (
        <li>
          <strong>{form.title[locale]}</strong>
          <p>
            {formatsOf(form).map(({ extension, name }) => (
              <>
                <a
                  href={`/exports/${form.id}.${extension}${suffix}`}
                  aria-label={`${name}, ${form.title[locale]}`}
                >
                  {name}
                </a>{' '}
              </>
            ))}
          </p>
        </li>
      ))}
    </ul>
  )
}

exportRoutes.get('/exports/:file', etag(), async (c) => {
  const file = c.req.param('file')
  const { context } = c.var
  const level: Level =
    context.actor.role === 'coordinator' && c.req.query('pour') !== 'tous' ? 'coordination' : 'public'
  switch (file) {
    case pack:
      return keep(c, file, 'application/zip', await buildPack(context, level))
    case 'dictionnaire.csv':
      return keep(c, file, csv, writeCsv(dictionary(context.catalogue, level)))
    case 'listes.csv':
      return keep(c, file, csv, writeCsv(choiceTable(context.catalogue, level)))
  }
  const [id = '', ...rest] = file.split('.')
  const form = findForm(context.catalogue, id)
  if (!form || !mayBeTaken(form, level)) throw problem('not-found')
  const format = formatsOf(form).find(({ extension }) => extension === rest.join('.'))
  if (!format) throw problem('not-found', { detail: namesOfFormats(form) })
  const [taken] = await take(context, [form], level)
  if (!taken) throw problem('not-found')
  return keep(c, file, format.type, await format.write(taken))
})

/**
 * A file to keep. What a coordinator gets stays in no cache; what everyone gets is asked for again each time, so that
 * neither is ever given for the other.
 */
function keep(c: C, name: string, type: string, body: string | Uint8Array<ArrayBuffer>): Response {
  return download(name, type, body, {
    'cache-control': c.var.context.actor.role === 'coordinator' ? 'no-store' : 'private, no-cache',
    'x-robots-tag': 'noindex',
  })
}

function namesOfFormats(form: Form) {
  const formats = formatsOf(form)
    .map(({ extension }) => `/exports/${form.id}.${extension}`)
    .join(', ')
  return {
    fr: word('fr', 'exportsFormats', { formats }),
    en: word('en', 'exportsFormats', { formats }),
  }
}
