import {
  awaitedMinutes,
  isDeadline,
  lateMeetings,
  missedDeadlines,
  reminderSubject,
  wantedOfMinutes,
} from '../calendar/index.ts'
import type { Context } from '../context.ts'
import { displayAnswer, findField, placeOf } from '../form/index.ts'
import type { Locale } from '../form/text.ts'
import { referenceOf } from '../record/index.ts'
import { findDated } from '../store/dated.ts'
import { findSketches } from '../store/sketches.ts'
import { lateWords } from './late-words.ts'

/** Something late, and the page where the coordinator settles it. */
export type Late = { readonly label: string; readonly href: string }

/** What is late: minutes, then what was to be done by a day that is past. Two queries. */
export async function findLate(context: Context, locale: Locale): Promise<readonly Late[]> {
  const both = await Promise.all([lateMinutes(context, locale), lateDeadlines(context, locale)])
  return both.flat()
}

async function lateMinutes({ db, catalogue, now }: Context, locale: Locale): Promise<readonly Late[]> {
  const sketches = await findSketches(db, wantedOfMinutes(catalogue))
  const today = new Date(now).toISOString().slice(0, 10)
  return awaitedMinutes(catalogue).flatMap((awaited) => {
    const { form, calendar } = awaited
    return lateMeetings(catalogue, awaited, sketches, today).map(({ number, answers }) => {
      const reference = referenceOf(form.prefix, number)
      const shown = (name: string) => {
        const field = findField(form, name)
        return field ? displayAnswer(field, catalogue.lists, answers[name], locale, new Map()) : ''
      }
      const values = { title: shown(form.titleField) || reference, date: shown(calendar.date) }
      return { label: filled(lateWords.minutes[locale], values), href: pageOf(reference) }
    })
  })
}

async function lateDeadlines({ db, catalogue, now }: Context, locale: Locale): Promise<readonly Late[]> {
  const sought = catalogue.forms.flatMap((form) =>
    form.reminders.filter(isDeadline).map(({ date, states }) => ({
      form: form.id,
      field: date,
      repeat: placeOf(form, date)?.repeat?.name ?? null,
      states,
      from: '',
      to: new Date(now).toISOString().slice(0, 10),
    })),
  )
  const records = Map.groupBy(await findDated(db, catalogue, sought), ({ form }) => form)
  return catalogue.forms.flatMap((form) =>
    missedDeadlines(form, records.get(form.id) ?? [], now).map((missed) => ({
      label: reminderSubject({ form, lists: catalogue.lists, locale }, missed),
      href: pageOf(missed.record.reference),
    })),
  )
}

/** As the coordinator opens it (`/fiches/…` needs the record's key). */
const pageOf = (reference: string): string => `/coordination/fiches/${reference}`

/** A sentence with its places filled in. */
export const filled = (sentence: string, values: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place)
