import type { Field, TextFormat } from './definition/index.ts'
import { isPartialDate } from './moments.ts'
import { formatNumber } from './numbers.ts'
import type { Text } from './text.ts'

/** What can be wrong with the structure or the type of an answer: the messages of the schema's issues. */
export type FaultCode =
  | 'type'
  | 'key'
  | 'surrogate'
  | 'control'
  | 'bidi'
  | 'too-long'
  | 'too-many'
  | 'format'
  | 'integer'
  | 'range'
  | 'date'
  | 'time'
  | 'code'
  | 'twice'
  | 'outside'

/** Of something sent under a name that the form does not have. */
export const unknownField: Text = {
  fr: 'Ce formulaire n’a pas de question de ce nom. Retirez-la.',
  en: 'This form has no question of this name. Remove it.',
}

/** Of answers that are not an object by name. */
export const notAnswers: Text = {
  fr: 'Envoyez les réponses dans un objet JSON, une clé par question.',
  en: 'Send the answers in a JSON object, one key a question.',
}

/** What to do about a fault of `field`; `input` is what was sent there. Of a list, it says in which item. */
export function messageOf(code: FaultCode, field: Field, input: unknown): Text {
  const message = remedy(code, field, input)
  return field.type === 'list' && typeof input === 'string' ? quoting(input, message) : message
}

/** Enough of an item to find its line again, in characters. */
const longestQuote = 40

function quoting(item: string, { fr, en }: Text): Text {
  const characters = [...item.replace(/\p{C}/gu, '')]
  const cut = characters.length > longestQuote ? '…' : ''
  const quoted = characters.slice(0, longestQuote).join('') + cut
  return { fr: `«\u00a0${quoted}\u00a0»\u00a0: ${fr}`, en: `“${quoted}”: ${en}` }
}

function remedy(code: FaultCode, field: Field, input: unknown): Text {
  switch (code) {
    case 'type':
    case 'key':
    case 'time':
      return expected(field)
    case 'date':
      return field.type === 'partial_date' && onlyDayIsWrong(String(input)) ? noSuchDay : expected(field)
    case 'surrogate':
      return {
        fr: 'Un caractère de ce texte est incomplet. Effacez-le et écrivez-le de nouveau.',
        en: 'A character of this text is incomplete. Delete it and type it again.',
      }
    case 'control':
      return {
        fr: 'Ce texte contient un caractère invisible qui ne peut pas être gardé. Effacez le texte collé et écrivez-le de nouveau.',
        en: 'This text holds an invisible character that cannot be kept. Delete the pasted text and type it again.',
      }
    case 'bidi':
      return {
        fr: 'Ce texte contient une marque invisible qui change le sens de l’écriture. Effacez-la, ou écrivez le texte de nouveau.',
        en: 'This text holds an invisible mark that changes the writing direction. Delete it, or type the text again.',
      }
    case 'too-long':
      return tooLong(field.maxLength, String(input).length)
    case 'too-many':
      return tooMany(field, Array.isArray(input) ? input.length : 0)
    case 'format':
      return field.format === null ? expected(field) : formats[field.format]
    case 'integer':
      return {
        fr: 'Écrivez un nombre entier, sans virgule.',
        en: 'Write a whole number, without a decimal point.',
      }
    case 'range':
      return range(field, input)
    case 'code':
      return {
        fr: 'Choisissez parmi les réponses proposées.',
        en: 'Choose among the answers offered.',
      }
    case 'twice':
      return {
        fr: 'Cette réponse est donnée deux fois. Retirez-en une.',
        en: 'This answer is given twice. Remove one.',
      }
    case 'outside':
      return outside(field)
  }
}

/** Whether a date (2019-02-31) would be one without its day. */
const onlyDayIsWrong = (date: string): boolean => /-\d\d-\d\d$/.test(date) && isPartialDate(date.slice(0, -3))

const noSuchDay: Text = {
  fr: 'Ce jour n’existe pas dans ce mois. Corrigez-le, ou laissez le jour vide.',
  en: 'This day does not exist in that month. Correct it, or leave the day empty.',
}

const formats: Readonly<Record<TextFormat, Text>> = {
  email: {
    fr: 'Écrivez une adresse électronique complète, comme nom@exemple.org.',
    en: 'Write a whole email address, such as name@example.org.',
  },
  tel: {
    fr: 'Écrivez un numéro du Sénégal, comme 77 123 45 67, ou un numéro étranger avec son indicatif, comme +33 6 12 34 56 78.',
    en: 'Write a number of Senegal, such as 77 123 45 67, or a foreign one with its country code, such as +33 6 12 34 56 78.',
  },
  url: {
    fr: 'Écrivez une adresse web complète, qui commence par https:// ou http://, comme https://exemple.org.',
    en: 'Write a whole web address that starts with https:// or http://, such as https://example.org.',
  },
}

function expected(field: Field): Text {
  switch (field.type) {
    case 'integer':
      return {
        fr: 'Écrivez un nombre entier, en chiffres seulement.',
        en: 'Write a whole number, in figures only.',
      }
    case 'decimal':
      return { fr: 'Écrivez un nombre, en chiffres seulement.', en: 'Write a number, in figures only.' }
    case 'date':
      return {
        fr: 'Écrivez une date du calendrier avec jour, mois et année, comme 24/09/2018.',
        en: 'Write a real date with day, month and year, such as 24/09/2018.',
      }
    case 'partial_date':
      return {
        fr: 'Écrivez un mois et une année, comme 10 2018\u00a0; si vous donnez le jour, qu’il existe dans ce mois.',
        en: 'Write a month and a year, such as 10 2018; a day, if you give one, must exist in that month.',
      }
    case 'time':
      return {
        fr: 'Écrivez une heure entre 00h00 et 23h59, comme 14h30.',
        en: 'Write a time from 00:00 to 23:59, such as 14:30.',
      }
    case 'geopoint':
      return {
        fr: 'Écrivez la latitude et la longitude en degrés, comme 14,693 et −17,447.',
        en: 'Write the latitude and the longitude in degrees, such as 14.693 and −17.447.',
      }
    case 'acknowledge':
      return { fr: 'Cochez la case, ou laissez-la vide.', en: 'Tick the box, or leave it empty.' }
    case 'select_one':
      return { fr: 'Choisissez une seule réponse.', en: 'Choose one answer.' }
    case 'select_multiple':
      return { fr: 'Choisissez parmi les réponses proposées.', en: 'Choose among the answers offered.' }
    case 'list':
      return { fr: 'Écrivez une liste de textes, un par ligne.', en: 'Write a list of texts, one a line.' }
    case 'repeat':
      return { fr: 'Envoyez une liste de lignes.', en: 'Send a list of rows.' }
    case 'file':
      return { fr: 'Joignez de nouveau ce fichier.', en: 'Attach this file again.' }
    case 'text':
    case 'reference':
    case 'note':
    case 'calculate':
      return { fr: 'Écrivez un texte.', en: 'Write a text.' }
  }
}

const tooLong = (most: number, length: number): Text => ({
  fr: `${formatNumber(most, 'fr')} caractères au plus\u202f; il y en a ${formatNumber(length, 'fr')}. Raccourcissez le texte.`,
  en: `At most ${formatNumber(most, 'en')} characters; there are ${formatNumber(length, 'en')}. Shorten the text.`,
})

function tooMany({ type, maxCount }: Field, given: number): Text {
  const things: Text =
    type === 'repeat'
      ? { fr: 'lignes', en: 'rows' }
      : type === 'file'
        ? { fr: 'fichiers', en: 'files' }
        : type === 'list'
          ? { fr: 'éléments', en: 'items' }
          : { fr: 'réponses', en: 'answers' }
  return {
    fr: `${formatNumber(maxCount, 'fr')} ${things.fr} au plus\u202f; il y en a ${formatNumber(given, 'fr')}. Retirez-en.`,
    en: `At most ${formatNumber(maxCount, 'en')} ${things.en}; there are ${formatNumber(given, 'en')}. Remove some.`,
  }
}

function range({ min, max }: Field, input: unknown): Text {
  const low = min !== null && Number(input) < min
  if (!low && max === null) {
    return { fr: 'Ce nombre est trop grand pour être gardé.', en: 'This number is too large to be kept.' }
  }
  const least: Text = { fr: formatNumber(min ?? 0, 'fr'), en: formatNumber(min ?? 0, 'en') }
  const most: Text = { fr: formatNumber(max ?? 0, 'fr'), en: formatNumber(max ?? 0, 'en') }
  if (min !== null && max !== null) {
    return {
      fr: `Écrivez un nombre entre ${least.fr} et ${most.fr}.`,
      en: `Write a number from ${least.en} to ${most.en}.`,
    }
  }
  return low
    ? {
        fr: `Écrivez un nombre égal ou supérieur à ${least.fr}.`,
        en: `Write a number of ${least.en} or more.`,
      }
    : { fr: `Écrivez un nombre égal ou inférieur à ${most.fr}.`, en: `Write a number of ${most.en} or less.` }
}

function outside({ bounds }: Field): Text {
  const { south, north, west, east } = bounds ?? { south: -90, north: 90, west: -180, east: 180 }
  const span = (low: number, high: number): Text => ({
    fr: `entre ${formatNumber(low, 'fr')} et ${formatNumber(high, 'fr')}`,
    en: `between ${formatNumber(low, 'en')} and ${formatNumber(high, 'en')}`,
  })
  const lat = span(south, north)
  const lon = span(west, east)
  return {
    fr: `Ce point est hors de la zone\u00a0: la latitude doit être ${lat.fr}, la longitude ${lon.fr}.`,
    en: `This point is outside the area: the latitude must be ${lat.en}, the longitude ${lon.en}.`,
  }
}
