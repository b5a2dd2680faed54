import { describe, expect, test } from 'vitest'
import { catalogue } from '../../forms/index.ts'
import type { ChoiceLists, Form } from '../../src/form/definition/index.ts'
import { formScript, style } from '../../src/page/assets.ts'
import { type PageData, pageData } from '../../src/page/logic.ts'
import { word } from '../../src/page/words.ts'
import { bodyOf, served } from '../support/assets.ts'
import { exampleCatalogue, member, open, step, visit } from './example.ts'

describe('every page', () => {
  test.each([
    '/',
    '/formulaires',
    '/formulaires/visite',
    '/plan',
    '/vos-donnees',
    '/exports',
    '/plaidoyers',
    '/bibliotheque',
    '/lexique',
    '/recherche',
    '/nulle-part',
  ])('%s has one title, one main part, a way to skip to it and the other language', async (path) => {
    const { text } = await open(member, path)
    expect(text.startsWith('<!DOCTYPE html><html lang="fr">')).toBe(true)
    expect(text.match(/<h1\b/g)).toHaveLength(1)
    expect(text.match(/<main\b/g)).toHaveLength(1)
    expect(text).toContain('<a class="skip" href="#page-contenu">')
    expect(text).toContain(`href="${path}?lang=en"`)
  })

  test.each(['/formulaires/visite', '/', '/plan'])('%s uses each id once', async (path) => {
    const { text } = await open(member, path)
    const outside = text.replace(/<template[\s\S]*?<\/template>/g, '')
    const ids = [...outside.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(ids.length).toBe(new Set(ids).size)
  })

  test('takes nothing from another site', async () => {
    const { text } = await open(member, '/')
    expect(text).not.toMatch(/(src|href)="(https?:)?\/\//)
    expect(await bodyOf(style)).not.toMatch(/url\(|@import|@font-face/)
  })
})

describe('the stylesheet and the script', () => {
  test.each([
    [style, 'text/css; charset=utf-8'],
    [formScript, 'text/javascript; charset=utf-8'],
  ])('$path may be kept for ever, as its path changes with it', async (asset, type) => {
    const { status, headers } = await served(asset)
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(headers.get('content-type')).toBe(type)
  })
})

test.each([style, formScript])('$path holds the hash of its content', async (asset) => {
  const digest = await crypto.subtle.digest('SHA-256', await (await served(asset)).arrayBuffer())
  expect(asset.path).toContain(`.${new Uint8Array(digest).toHex().slice(0, 12)}.`)
})

describe('what a form page tells its script', () => {
  const dataOf = (form: Form, lists: ChoiceLists) => JSON.parse(pageData(form, lists, [], 'fr')) as PageData

  test('is the fields that depend on answers or are depended on, and the lists to filter, without labels', () => {
    const { logic } = dataOf(visit, exampleCatalogue.lists)
    expect(logic?.fields.map(({ name }) => name)).toEqual([
      'personnes',
      'genre',
      'precision',
      'double',
      'zones',
    ])
    expect(Object.keys(logic?.lists ?? {})).toEqual(['departements'])
    expect(logic?.lists.departements?.[0]).toEqual({ code: 'SN0101', attributes: { region: 'SN01' } })
  })

  test('is no logic when nothing depends on an answer', () => {
    expect(dataOf(step, exampleCatalogue.lists).logic).toBeNull()
  })
})

test('a page that does not exist says so in the language of the visitor, and is not kept', async () => {
  const french = await open(member, '/nulle-part')
  expect(french.status).toBe(404)
  expect(french.headers.get('cache-control')).toBe('no-store')
  expect(french.text).toContain('<h1>Cette page n’existe pas.</h1>')
  expect((await open({ ...member, locale: 'en' }, '/nulle-part')).text).toContain(
    '<h1>There is nothing here.</h1>',
  )
})

test('the privacy page names every personal field of every form', async () => {
  const { text } = await open({ ...member, catalogue }, '/vos-donnees')
  const personal = catalogue.forms.flatMap(({ fields }) => fields).filter(({ data }) => data !== null)
  expect(personal.length).toBeGreaterThan(0)
  for (const { label } of personal) expect(text).toContain(label.fr.replaceAll('&', '&amp;'))
})

test('a sentence of the pages has its places filled in', () => {
  expect(word('fr', 'sectionOf', { n: 1, total: 7 })).toBe('1 sur 7')
  expect(word('en', 'toDefine', { label: 'Areas', n: 2, undefined: 'To be defined' })).toBe(
    'Areas: 2 “To be defined”',
  )
})
