import type { FieldInput } from '../src/form/definition/index.ts'
import { defineForm } from '../src/form/index.ts'

const fields: readonly FieldInput[] = [
  {
    name: 'titre',
    type: 'text',
    label: { fr: 'Titre', en: 'Title' },
    required: true,
    maxLength: 160,
    hxl: '#activity+name',
    edit: 'both',
  },
  {
    name: 'theme',
    type: 'select_one',
    label: { fr: 'Thème', en: 'Theme' },
    required: true,
    choices: 'themes',
    hxl: '#sector+code',
    hxlLabel: '#sector+name',
  },
  {
    name: 'elements',
    type: 'repeat',
    label: { fr: 'Éléments', en: 'Elements' },
    hint: {
      fr: 'Chaque élément cite le compte-rendu d’où il vient.',
      en: 'Each element cites the minutes it comes from.',
    },
    rowLabel: { fr: 'Élément', en: 'Element' },
    addLabel: { fr: 'Ajouter un élément', en: 'Add an element' },
    fields: [
      {
        name: 'element_texte',
        type: 'text',
        multiline: true,
        label: { fr: 'Élément', en: 'Element' },
        required: true,
        maxLength: 5000,
      },
      {
        name: 'element_source',
        type: 'reference',
        label: { fr: 'Compte-rendu', en: 'Minutes' },
        required: true,
        reference: { form: 'compte-rendu', label: 'titre', free: false },
      },
    ],
  },
  {
    name: 'message',
    type: 'text',
    multiline: true,
    label: { fr: 'Message', en: 'Message' },
    maxLength: 2000,
    hxl: '#description+i_fr',
  },
  {
    name: 'cible',
    type: 'text',
    label: { fr: 'À qui il est porté', en: 'To whom it is addressed' },
    maxLength: 250,
    edit: 'both',
  },
  {
    name: 'porteurs',
    type: 'list',
    label: { fr: 'Qui le porte', en: 'Who carries it' },
    hint: { fr: 'Une organisation par ligne.', en: 'One organisation per line.' },
    hxl: '#org+name+list',
  },
  {
    name: 'echeance',
    type: 'partial_date',
    label: { fr: 'Échéance', en: 'Due date' },
    hint: { fr: 'Jour, ou mois seulement.', en: 'A day, or a month alone.' },
    hxl: '#date+end',
    edit: 'both',
  },
]

/** What the group pleads for, made of what its meetings brought. */
export const plaidoyer = defineForm({
  id: 'plaidoyer',
  title: { fr: 'Plaidoyer', en: 'Advocacy' },
  description: {
    fr: 'Élaboré à partir des rencontres et des ateliers, puis porté par les membres du groupe.',
    en: 'Drawn from the meetings and workshops, then carried by the members of the group.',
  },
  prefix: 'PL',
  submit: 'coordinator',
  titleField: 'titre',
  sheet: { tab: 'Plaidoyers', newRows: false },
  publication: { states: ['valide', 'porte'], field: null },
  advocacy: {
    theme: 'theme',
    elements: { repeat: 'elements', text: 'element_texte', source: 'element_source' },
    message: 'message',
    addressee: 'cible',
    carriers: 'porteurs',
    due: 'echeance',
    plan: { form: 'action', series: 'rencontre_thematique', attribute: 'rt' },
  },
  fields,
  workflow: {
    initial: 'a_elaborer',
    states: [
      { code: 'a_elaborer', label: { fr: 'À élaborer', en: 'To be drafted' }, color: '#DCE9F5' },
      { code: 'en_redaction', label: { fr: 'En rédaction', en: 'Being drafted' }, color: '#FFF2CC' },
      { code: 'valide', label: { fr: 'Validé', en: 'Approved' }, color: '#E2F0D9' },
      { code: 'porte', label: { fr: 'Porté', en: 'Carried' }, color: '#C6E0B4' },
    ],
    transitions: [
      { from: ['en_redaction'], to: 'a_elaborer', by: ['coordinator'] },
      { from: ['a_elaborer', 'valide'], to: 'en_redaction', by: ['coordinator'] },
      {
        from: ['en_redaction'],
        to: 'valide',
        by: ['coordinator'],
        guard: "${message} != ''",
        guard_message: {
          fr: 'Écrivez d’abord le message du plaidoyer.',
          en: 'First write the message of the advocacy.',
        },
      },
      {
        from: ['valide'],
        to: 'porte',
        by: ['coordinator'],
        guard: "${cible} != ''",
        guard_message: { fr: 'Dites d’abord à qui il est porté.', en: 'First say to whom it is addressed.' },
      },
    ],
  },
})
