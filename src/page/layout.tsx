import type { Child } from 'hono/jsx'
import type { Locale } from '../form/text.ts'
import { style } from './assets.ts'
import { ConsoleMenu, type Waiting } from './console/menu.tsx'
import { isConsole } from './console/places.ts'
import { word } from './words.ts'

/** Where a page is, who reads it and what is around its content. */
export type Frame = {
  readonly locale: Locale
  /** Path and query of the page, to come back to it in the other language. */
  readonly path: string
  /** Whether search engines are told to stay away. */
  readonly indexed: boolean
  /** Whether a coordinator reads it, who is shown the way to the console. */
  readonly coordinates: boolean
  /** The group's name; '' when nobody's in particular. */
  readonly group: string
  /** What waits at the console's places, for its menu. */
  readonly waiting: Waiting
  /** Browser scripts by path, and the nonce that the answer's policy knows them by. */
  readonly scripts: readonly string[]
  readonly nonce: string
}

/** The brand beside them leads home. */
const links = [
  { path: '/formulaires', label: 'forms' },
  { path: '/carte', label: 'map' },
  { path: '/plan', label: 'plan' },
  { path: '/comptes-rendus', label: 'minutes' },
  { path: '/tableau-de-bord', label: 'dashboard' },
] as const
/** What is at the foot of every page rather than crowding its head. */
const footLinks = [
  { path: '/plaidoyers', label: 'advocacy' },
  { path: '/bibliotheque', label: 'library' },
  { path: '/lexique', label: 'lexicon' },
  { path: '/recherche', label: 'search' },
] as const
const consoleLink = { path: '/coordination', label: 'coordination' } as const

/** The path with `lang` set, whatever else its query says. One that began with two slashes would lead to another site. */
function inOtherLanguage(path: string, locale: Locale): string {
  const url = new URL(path.replace(/^\/+/, '/'), 'http://here')
  url.searchParams.set('lang', locale === 'fr' ? 'en' : 'fr')
  return url.pathname + url.search
}

/** An address without its query. */
const pathOf = (address: string): string => address.split('?')[0] ?? ''

const isHere = (link: string, address: string): boolean =>
  pathOf(address) === link || (link !== '/' && address.startsWith(`${link}/`))

/** A whole page: head, header, content, footer. */
export function Layout({ frame, title, children }: { frame: Frame; title: string; children: Child }) {
  const { locale, path } = frame
  return (
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – ${word(locale, 'site')}`}</title>
        {frame.indexed ? null : <meta name="robots" content="noindex" />}
        <meta name="theme-color" content="#1F4E5F" />
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={style.path} />
        {frame.scripts.map((script) => (
          <script type="module" src={script} nonce={frame.nonce} />
        ))}
      </head>
      <body>
        <a class="skip" href="#page-contenu">
          {word(locale, 'skip')}
        </a>
        <header class="top">
          <div class="wide">
            <a class="brand" href="/">
              <strong>{word(locale, 'site')}</strong> <span>{frame.group}</span>
            </a>
            <nav aria-label={word(locale, 'navigation')}>
              {[...links, ...(frame.coordinates ? [consoleLink] : [])].map((link) => (
                <a href={link.path} aria-current={isHere(link.path, path) ? 'page' : undefined}>
                  {word(locale, link.label)}
                </a>
              ))}
            </nav>
          </div>
        </header>
        {frame.coordinates && isConsole(pathOf(path)) ? (
          <div class="wide">
            <ConsoleMenu path={pathOf(path)} waiting={frame.waiting} locale={locale} />
          </div>
        ) : null}
        <main id="page-contenu" class="wide">
          {children}
        </main>
        <footer class="bottom">
          <div class="wide">
            <p>{word(locale, frame.group === '' ? 'footerOfNobody' : 'footer', { group: frame.group })}</p>
            <p>
              {footLinks.map((link) => (
                <>
                  <a href={link.path}>{word(locale, link.label)}</a>{' '}
                </>
              ))}
              <a href="/vos-donnees">{word(locale, 'yourData')}</a>{' '}
              <a href="/exports">{word(locale, 'exports')}</a>{' '}
              <a href={inOtherLanguage(path, locale)} lang={locale === 'fr' ? 'en' : 'fr'} rel="nofollow">
                {word(locale, 'otherLanguage')}
              </a>
            </p>
          </div>
        </footer>
      </body>
    </html>
  )
}
