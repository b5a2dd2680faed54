import type { FieldInput } from '../src/form/definition/index.ts'
import { defineForm, frenchSpaces } from '../src/form/index.ts'
import { order } from './purposes.ts'
import { termesDeReference } from './termes-de-reference.ts'

const fields: readonly FieldInput[] = [
  {
    name: 'titre',
    type: 'text',
    label: { fr: 'Titre', en: 'Title' },
    required: true,
    maxLength: 160,
    edit: 'both',
  },
  {
    name: 'prestataire',
    type: 'text',
    label: { fr: 'Prestataire', en: 'Contractor' },
    hint: { fr: 'La personne ou la structure à qui elle est confiée.', en: 'Who it is entrusted to.' },
    maxLength: 150,
    data: { class: 'identity', purpose: 'commande' },
    visibility: 'coordination',
    edit: 'both',
  },
  {
    name: 'cahier_des_charges',
    type: 'text',
    multiline: true,
    label: { fr: 'Cahier des charges', en: 'Terms of reference' },
    hint: {
      fr: 'Un texte type vous est proposé : adaptez-le. Il part avec les données une fois la commande envoyée.',
      en: 'A usual text is proposed: adapt it. It goes with the data once the order is sent.',
    },
    maxLength: 10_000,
    // An expression's text between quotes has no escape, and ours has no straight quote.
    default: `'${frenchSpaces(termesDeReference)}'`,
  },
  {
    name: 'echeance',
    type: 'partial_date',
    label: { fr: 'Échéance', en: 'Due date' },
    hint: { fr: 'Jour, ou mois seulement.', en: 'A day, or a month alone.' },
    edit: 'both',
  },
  {
    name: 'livraison_url',
    type: 'text',
    format: 'url',
    label: { fr: 'Lien vers ce qui a été livré', en: 'Link to what was delivered' },
    maxLength: 300,
    visibility: 'coordination',
    edit: 'both',
  },
]

/** What the group orders from a cartographer, from its terms of reference to what was delivered. */
export const commande = defineForm({
  id: 'commande',
  title: { fr: 'Commande de cartographie', en: 'Mapping order' },
  description: {
    fr: 'Ce que le groupe demande au cartographe, pour quand, et ce qui a été livré.',
    en: 'What the group asks of the cartographer, by when, and what was delivered.',
  },
  prefix: 'CC',
  submit: 'coordinator',
  titleField: 'titre',
  sheet: { tab: 'Commandes', newRows: false },
  purposes: [order],
  order: { terms: 'cahier_des_charges', sent: ['envoyee', 'livree'] },
  fields,
  workflow: {
    initial: 'brouillon',
    states: [
      { code: 'brouillon', label: { fr: 'Brouillon', en: 'Draft' }, color: '#DCE9F5' },
      { code: 'envoyee', label: { fr: 'Envoyée', en: 'Sent' }, color: '#FFF2CC' },
      { code: 'livree', label: { fr: 'Livrée', en: 'Delivered' }, color: '#C6E0B4' },
      { code: 'annulee', label: { fr: 'Annulée', en: 'Cancelled' }, color: '#E7E6E6' },
    ],
    transitions: [
      {
        from: ['brouillon'],
        to: 'envoyee',
        by: ['coordinator'],
        label: { fr: 'La commande est envoyée', en: 'The order is sent' },
        guard: "${cahier_des_charges} != '' and ${echeance} != ''",
        guard_message: {
          fr: 'Écrivez d’abord le cahier des charges et l’échéance.',
          en: 'First write the terms of reference and the due date.',
        },
      },
      {
        from: ['envoyee'],
        to: 'livree',
        by: ['coordinator'],
        label: { fr: 'La commande est livrée', en: 'The order is delivered' },
        guard: "${livraison_url} != ''",
        guard_message: {
          fr: 'Donnez d’abord le lien vers ce qui a été livré.',
          en: 'First give the link to what was delivered.',
        },
      },
      { from: ['envoyee', 'annulee'], to: 'brouillon', by: ['coordinator'] },
      { from: ['livree'], to: 'envoyee', by: ['coordinator'] },
      { from: ['brouillon', 'envoyee'], to: 'annulee', by: ['coordinator'] },
    ],
  },
})
