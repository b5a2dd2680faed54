import type { Choice, Field } from './definition/index.ts'
import type { Text } from './text.ts'

/** What settling says to the person who fills in the form: what to do, in the words of the form. */

/** « like this » in French, “like this” in English; a final full stop stays out. */
export const quoted = ({ fr, en }: Text): Text => ({
  fr: `«\u00a0${withoutStop(fr)}\u00a0»`,
  en: `“${withoutStop(en)}”`,
})

const withoutStop = (text: string): string => text.replace(/\.$/, '')

/** A required answer is not there. */
export function missing(field: Field): Text {
  const { fr, en } = quoted(field.label)
  const asks = /\?\s*$/.test(field.label.fr)
  switch (field.type) {
    case 'select_one':
      return { fr: `Choisissez une réponse\u00a0: ${fr}.`, en: `Choose an answer: ${en}.` }
    case 'select_multiple':
      return { fr: `Choisissez au moins une réponse\u00a0: ${fr}.`, en: `Choose at least one answer: ${en}.` }
    case 'acknowledge':
      return { fr: `Cochez la case ${fr}.`, en: `Tick the box ${en}.` }
    case 'repeat':
      return tooFew(field, 0)
    case 'file':
      return { fr: `Joignez un fichier\u00a0: ${fr}.`, en: `Attach a file: ${en}.` }
    case 'list':
      return { fr: `Indiquez au moins un élément\u00a0: ${fr}.`, en: `Give at least one item: ${en}.` }
    case 'integer':
    case 'decimal':
      return { fr: `Indiquez un nombre\u00a0: ${fr}.`, en: `Give a number: ${en}.` }
    case 'date':
    case 'partial_date':
      return { fr: `Indiquez une date\u00a0: ${fr}.`, en: `Give a date: ${en}.` }
    case 'time':
      return { fr: `Indiquez une heure\u00a0: ${fr}.`, en: `Give a time: ${en}.` }
    case 'geopoint':
      return {
        fr: `Indiquez la latitude et la longitude\u00a0: ${fr}.`,
        en: `Give the latitude and the longitude: ${en}.`,
      }
    case 'text':
    case 'reference':
      if (!asks) return { fr: `Indiquez ${fr}.`, en: `Enter ${en}.` }
      return { fr: `Répondez à cette question\u00a0: ${fr}.`, en: `Answer this question: ${en}.` }
    case 'note':
    case 'calculate':
      return { fr: `Il manque ${fr}.`, en: `${en} is missing.` }
  }
}

/** Fewer rows, items, choices or files than the form asks for. */
export function tooFew(field: Field, given: number): Text {
  const least = Math.max(1, field.minCount)
  const { fr, en } = quoted(field.label)
  const plural = least > 1
  const action: Text = {
    repeat: {
      fr: `Ajoutez au moins ${least} ligne${plural ? 's' : ''}`,
      en: `Add at least ${least} row${plural ? 's' : ''}`,
    },
    file: {
      fr: `Joignez au moins ${least} fichier${plural ? 's' : ''}`,
      en: `Attach at least ${least} file${plural ? 's' : ''}`,
    },
    list: {
      fr: `Indiquez au moins ${least} élément${plural ? 's' : ''}`,
      en: `Give at least ${least} item${plural ? 's' : ''}`,
    },
    choice: {
      fr: `Choisissez au moins ${least} réponse${plural ? 's' : ''}`,
      en: `Choose at least ${least} answer${plural ? 's' : ''}`,
    },
  }[field.type === 'repeat' || field.type === 'file' || field.type === 'list' ? field.type : 'choice']
  if (given === 0) return { fr: `${action.fr}\u00a0: ${fr}.`, en: `${action.en}: ${en}.` }
  return {
    fr: `${action.fr} (${given} pour l’instant)\u00a0: ${fr}.`,
    en: `${action.en} (${given} so far): ${en}.`,
  }
}

/** A code that its list does not have, or that the other answers rule out. */
export function notOffered(field: Field, list: readonly Choice[], code: string): Text {
  const label = list.find((choice) => choice.code === code)?.label
  const question = quoted(field.label)
  if (!label) {
    return {
      fr: `Choisissez parmi les réponses proposées\u00a0: ${question.fr}.`,
      en: `Choose among the answers offered: ${question.en}.`,
    }
  }
  const choice = quoted(label)
  return {
    fr: `${choice.fr} ne va pas avec vos autres réponses. Choisissez une autre réponse\u00a0: ${question.fr}.`,
    en: `${choice.en} does not go with your other answers. Choose another answer: ${question.en}.`,
  }
}

/** A choice that goes with no other. */
export function exclusiveMessage(list: readonly Choice[], code: string): Text {
  const { fr, en } = quoted(list.find((choice) => choice.code === code)?.label ?? { fr: code, en: code })
  return {
    fr: `${fr} ne va avec aucun autre choix. Gardez ce choix seul, ou décochez-le.`,
    en: `${en} goes with no other choice. Keep it alone, or untick it.`,
  }
}
