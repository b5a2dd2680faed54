import { listOf } from '../../form/choices.ts'
import type { Choice, ChoiceLists } from '../../form/definition/index.ts'
import { findField } from '../../form/index.ts'
import type { Locale } from '../../form/text.ts'
import type { Mapped } from '../../map/places.ts'
import type { Asked } from '../../map/tally.ts'
import { word } from '../words.ts'

/** What the address of the map says. */
export type Question = {
  readonly asked: Asked
  /** The code of the region whose records are listed, or `elsewhere`. It filters nothing that is counted. */
  readonly region: string | null
  /** From 1 on. */
  readonly page: number
  /** What is no choice of anything, with the label of what it was said of. */
  readonly ignored: readonly { readonly label: string; readonly code: string }[]
}

/** Stands where the code of a region does. */
export const elsewhere = 'ailleurs'

/** What there is to choose from, under the name it has in the address. */
export type Control = {
  readonly name: string
  readonly label: string
  readonly choices: readonly Pick<Choice, 'code' | 'label'>[]
}

/** Every filter, then the region. */
export function controlsOf(form: Mapped, lists: ChoiceLists, locale: Locale): readonly Control[] {
  const choices = (name: string | undefined) => {
    const field = findField(form, name ?? '')
    return field === undefined ? [] : listOf(field, lists)
  }
  const outside = {
    code: elsewhere,
    label: { fr: word('fr', 'mapElsewhere'), en: word('en', 'mapElsewhere') },
  }
  return [
    ...form.map.filters.map(({ name, label, fields: [first] }) => ({
      name,
      label: label[locale],
      choices: choices(first),
    })),
    {
      name: 'region',
      label: word(locale, 'mapColumnRegion'),
      choices: [...choices(form.map.region), outside],
    },
  ]
}

/** Reads the address: a code that is no choice is ignored and told, an empty one asks nothing. */
export function readQuestion(
  controls: readonly Control[],
  query: (name: string) => string | undefined,
): Question {
  const typed = controls.flatMap((control) => {
    const code = query(control.name) ?? ''
    return code === '' ? [] : [{ ...control, code }]
  })
  const known = typed.filter(({ choices, code }) => choices.some((choice) => choice.code === code))
  const page = Number(query('page'))
  return {
    asked: Object.fromEntries(
      known.filter(({ name }) => name !== 'region').map(({ name, code }) => [name, code]),
    ),
    region: known.find(({ name }) => name === 'region')?.code ?? null,
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
    ignored: typed.filter((one) => !known.includes(one)).map(({ label, code }) => ({ label, code })),
  }
}

/** The address of the same filters for a region, at the list of its records. */
export function addressOf({ asked }: Question, region: string | null, page = 1): string {
  const query = new URLSearchParams(asked)
  if (region !== null) query.set('region', region)
  if (page > 1) query.set('page', String(page))
  return `/carte?${query}#region`
}
