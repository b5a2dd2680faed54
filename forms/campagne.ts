import type { FieldInput } from '../src/form/definition/index.ts'
import { defineForm } from '../src/form/index.ts'

const fields: readonly FieldInput[] = [
  {
    name: 'titre',
    type: 'text',
    label: { fr: 'Nom de la campagne', en: 'Name of the campaign' },
    hint: { fr: 'Exemple : Collecte de novembre 2018.', en: 'Example: Collection of November 2018.' },
    required: true,
    maxLength: 160,
    edit: 'both',
  },
  {
    name: 'formulaire',
    type: 'select_one',
    label: { fr: 'Fiche à remplir', en: 'Form to fill in' },
    required: true,
    choices: 'questionnaires',
    default: "'fiche-projet'",
  },
  {
    name: 'reseaux',
    type: 'select_multiple',
    label: { fr: 'À qui elle est envoyée', en: 'To whom it is sent' },
    hint: {
      fr: 'Les organisations actives de l’annuaire qui sont membres de ces réseaux, une fois chacune.',
      en: 'The active organisations of the directory that belong to these networks, once each.',
    },
    required: true,
    choices: 'reseaux',
    choice_filter: "name != 'aucun'",
  },
  {
    name: 'cloture',
    type: 'date',
    label: { fr: 'À renvoyer avant le', en: 'To be sent back before' },
    hint: {
      fr: 'Les relances s’arrêtent après ce jour ; les liens restent ouverts.',
      en: 'Reminders stop after this day; links stay open.',
    },
    required: true,
    hxl: '#date+end',
    edit: 'both',
  },
  {
    name: 'message',
    type: 'text',
    multiline: true,
    label: { fr: 'Mot de la coordination', en: 'Word of the coordination' },
    hint: {
      fr: 'Chaque organisation le lit en haut de sa page.',
      en: 'Every organisation reads it at the top of its page.',
    },
    maxLength: 2000,
    edit: 'both',
  },
]

/** A round of asking the organisations of the directory to fill in the collection form (plan of action, CA02). */
export const campagne = defineForm({
  id: 'campagne',
  title: { fr: 'Campagne de collecte', en: 'Collection campaign' },
  description: {
    fr: 'Envoie la fiche de collecte aux organisations de l’annuaire, un lien personnel chacune, et suit leurs réponses.',
    en: 'Sends the collection form to the organisations of the directory, a personal link each, and follows their answers.',
  },
  prefix: 'CM',
  submit: 'coordinator',
  titleField: 'titre',
  sheet: { tab: 'Campagnes', newRows: false },
  campaign: {
    form: 'formulaire',
    networks: 'reseaux',
    closing: 'cloture',
    message: 'message',
    open: ['ouverte'],
    reminders: [7, 14],
  },
  fields,
  workflow: {
    initial: 'preparee',
    states: [
      { code: 'preparee', label: { fr: 'Préparée', en: 'Prepared' }, color: '#DCE9F5' },
      { code: 'ouverte', label: { fr: 'Ouverte', en: 'Open' }, color: '#C6E0B4' },
      { code: 'close', label: { fr: 'Close', en: 'Closed' }, color: '#E7E6E6' },
    ],
    transitions: [
      {
        from: ['preparee', 'close'],
        to: 'ouverte',
        by: ['coordinator'],
        label: { fr: 'Ouvrir la campagne', en: 'Open the campaign' },
        guard: '${cloture} >= today()',
        guard_message: {
          fr: 'La date de renvoi est passée : donnez-en une autre.',
          en: 'The date of return is past: give another.',
        },
        event: 'campaign.opened',
      },
      {
        from: ['ouverte'],
        to: 'close',
        by: ['coordinator'],
        label: { fr: 'Clore la campagne', en: 'Close the campaign' },
        event: 'campaign.closed',
      },
    ],
  },
})
