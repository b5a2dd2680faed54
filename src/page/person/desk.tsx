import type { Context as HonoContext } from 'hono'
import type { Child } from 'hono/jsx'
import type { AppEnv } from '../../context.ts'
import type { FoundPerson } from '../../record/person/index.ts'
import { respond } from '../respond.tsx'
import { word } from '../words.ts'
import { AskPerson } from './ask.tsx'
import type { Asked } from './asked.ts'
import { FoundPlaces } from './found.tsx'

type C = HonoContext<AppEnv>

/** A page of the desk, under its title. */
export function deskPage(c: C, content: Child, status = 200): Promise<Response> {
  const { locale } = c.var
  return titledPage(c, word(locale, 'persons'), status, [
    <p class="lead">{word(locale, 'personsLead')}</p>,
    content,
  ])
}

/** A page of the desk under a title of its own. */
export function titledPage(c: C, title: string, status: number, content: Child): Promise<Response> {
  const prefix = status === 200 ? '' : word(c.var.locale, 'errorPrefix')
  return respond(c, {
    title: prefix + title,
    content: (
      <>
        <h1>{title}</h1>
        {content}
      </>
    ),
    status,
    secret: true,
  })
}

/** Whom was looked for, to look for somebody else, and where they were found. */
export function Search({ c, asked, found }: { c: C; asked: Asked; found: FoundPerson }) {
  const { locale } = c.var
  return (
    <>
      <AskPerson typed={asked.typed} empty={false} locale={locale} />
      <FoundPlaces typed={asked.typed} person={asked.person} found={found} locale={locale} />
    </>
  )
}
