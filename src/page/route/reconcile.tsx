import { Hono, type Context as HonoContext } from 'hono'
import { requireCoordinator } from '../../access/index.ts'
import type { AppEnv } from '../../context.ts'
import { findForm } from '../../form/index.ts'
import { problem } from '../../problem.ts'
import { type DirectoryForm, isDirectory } from '../../record/campaign/index.ts'
import { alikePairs, parseReference, type StoredRecord, tellApart, transition } from '../../record/index.ts'
import { doublesIn, looseNames, type Outcome, reconcile, unite } from '../../record/reconcile/index.ts'
import { allRecords, findByReference } from '../../store/records.ts'
import { requireConfirmed } from '../confirm.tsx'
import { type Entries, entryOf } from '../entries.ts'
import { DoublesList } from '../reconcile/doubles.tsx'
import { LooseTable } from '../reconcile/loose.tsx'
import { PairsList } from '../reconcile/pairs.tsx'
import { respond } from '../respond.tsx'
import { word } from '../words.ts'
import { readEntries } from './request.ts'

type C = HonoContext<AppEnv>

const here = '/coordination/rapprochements'
const nothingLeft: Outcome = { left: 0, stuck: [] }

/** Where names are linked to the directory and doubles united. Who may call: coordinators. */
export const reconcileRoutes = new Hono<AppEnv>()

reconcileRoutes.get(here, async (c) => {
  requireCoordinator(c)
  const { context, locale } = c.var
  const parts = await Promise.all(
    context.catalogue.forms.filter(isDirectory).map(async (directory) => {
      const [names, doubles, members] = await Promise.all([
        looseNames(context, directory),
        doublesIn(context, directory),
        allRecords(context.db, directory),
      ])
      return { directory, names, doubles, members }
    }),
  )
  const compared = await Promise.all(
    context.catalogue.forms
      .filter(({ likeness }) => likeness !== null)
      .map(async (form) => ({ form, pairs: await alikePairs(context, form) })),
  )
  const left = Number(c.req.query('reste') ?? 0)
  const stuck = (c.req.query('refus') ?? '')
    .split(' ')
    .filter((one) => parseReference(context.catalogue, one))
  const content = (
    <>
      {c.req.query('fait') === undefined ? null : (
        <p class="banner" role="status">
          {left > 0 ? word(locale, 'reconcileLeft', { n: left }) : word(locale, 'done')}
        </p>
      )}
      {stuck.length === 0 ? null : (
        <div class="summary" role="alert">
          <p>{word(locale, 'reconcileStuck')}</p>
          <ul>
            {stuck.map((reference) => (
              <li>
                <a href={`/coordination/fiches/${reference}`}>{reference}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
      <h1>{word(locale, 'reconcile')}</h1>
      {parts.map(({ directory, names, doubles, members }) => (
        <>
          <h2>{word(locale, 'reconcileNames')}</h2>
          <LooseTable directory={directory} names={names} members={members} locale={locale} />
          <h2>{word(locale, 'reconcileDoubles')}</h2>
          <DoublesList directory={directory} doubles={doubles} locale={locale} />
        </>
      ))}
      {compared.map(({ form, pairs }) => (
        <>
          <h2>{word(locale, 'reconcileAlike', { form: form.sheet.tab })}</h2>
          <PairsList form={form} pairs={pairs} now={context.now} locale={locale} />
        </>
      ))}
    </>
  )
  return respond(c, { title: word(locale, 'reconcile'), content, secret: true })
})

reconcileRoutes.post(here, async (c) => {
  requireCoordinator(c)
  const { context } = c.var
  const entries = await readEntries(c)
  const [action = '', named = ''] = entryOf(entries, 'action').split(':')
  const { left, stuck } = await carryOut()
  const query = new URLSearchParams({
    fait: '1',
    reste: String(left),
    ...(stuck.length > 0 && { refus: stuck.join(' ') }),
  })
  return c.redirect(`${here}?${query}`, 303)

  async function carryOut(): Promise<Outcome> {
    switch (action) {
      case 'link': {
        const { directory, member } = await memberOf(c, named === '' ? entryOf(entries, 'member') : named)
        const name = entryOf(entries, 'name')
        const names = await looseNames(context, directory)
        if (!names.some((one) => one.name === name)) throw problem('invalid')
        return reconcile(context, directory, name, member)
      }
      case 'unite': {
        requireConfirmed(entries)
        const { directory, member } = await memberOf(c, named)
        const other = await memberOf(c, entryOf(entries, 'other'))
        if (other.member.id === member.id) throw problem('invalid')
        return unite(context, directory, other.member, member)
      }
      case 'aside': {
        const { form, pair } = await pairOf(c, entries)
        const [aside, kept] = pair.one.reference === named ? [pair.one, pair.other] : [pair.other, pair.one]
        if (aside.reference !== named || form.likeness === null) throw problem('invalid')
        const note = word('fr', 'reconcileDouble', { reference: kept.reference })
        await transition(context, form, aside, { to: form.likeness.double, note })
        return nothingLeft
      }
      case 'distinct': {
        await tellApart(context, (await pairOf(c, entries)).pair)
        return nothingLeft
      }
      default:
        throw problem('invalid')
    }
  }
})

/** Two records that look alike, named by their references. @throws problem 'invalid' when they do not */
async function pairOf(c: C, entries: Entries) {
  const { context } = c.var
  const one = await findByReference(context.db, context.catalogue, entryOf(entries, 'one'))
  const form = one && findForm(context.catalogue, one.form)
  const pair = form
    ? (await alikePairs(context, form)).find(
        (found) => found.one.id === one.id && found.other.reference === entryOf(entries, 'other'),
      )
    : undefined
  if (!form || !pair) throw problem('invalid')
  return { form, pair }
}

/** @throws problem 'invalid' when the reference is no member's */
async function memberOf(
  c: C,
  reference: string,
): Promise<{ readonly directory: DirectoryForm; readonly member: StoredRecord }> {
  const { context } = c.var
  const member = await findByReference(context.db, context.catalogue, reference)
  const directory = context.catalogue.forms.filter(isDirectory).find(({ id }) => id === member?.form)
  if (!member || !directory || member.erasedAt !== null) throw problem('invalid')
  return { directory, member }
}
