import type { FieldInput } from '../src/form/definition/index.ts'
import { defineForm } from '../src/form/index.ts'

const fields: readonly FieldInput[] = [
  {
    name: 'titre',
    type: 'text',
    label: { fr: 'Titre', en: 'Title' },
    required: true,
    maxLength: 250,
    hxl: '#meta+name',
    edit: 'both',
  },
  {
    name: 'type',
    type: 'select_one',
    label: { fr: 'Type de document', en: 'Document type' },
    required: true,
    choices: 'types_document',
    hxl: '#meta+type',
  },
  {
    name: 'niveau',
    type: 'select_one',
    label: { fr: 'Niveau du texte', en: 'Level of the text' },
    relevant: "${type} = 'texte_juridique'",
    choices: 'niveaux',
  },
  {
    name: 'source',
    type: 'text',
    label: { fr: 'Source', en: 'Source' },
    hint: { fr: 'Qui l’a écrit ou publié.', en: 'Who wrote or published it.' },
    maxLength: 250,
    hxl: '#meta+source',
    edit: 'both',
  },
  {
    name: 'date',
    type: 'partial_date',
    label: { fr: 'Date', en: 'Date' },
    hint: { fr: 'Jour, ou mois seulement.', en: 'A day, or a month alone.' },
    hxl: '#date+occurred',
    edit: 'both',
  },
  {
    name: 'url',
    type: 'text',
    format: 'url',
    label: { fr: 'Lien', en: 'Link' },
    maxLength: 300,
    hxl: '#meta+url',
  },
  {
    name: 'themes',
    type: 'select_multiple',
    label: { fr: 'Thèmes', en: 'Themes' },
    choices: 'themes',
    hxl: '#sector+code+list',
  },
  {
    name: 'actions',
    type: 'repeat',
    label: { fr: 'Actions du plan auxquelles il sert', en: 'Plan items it serves' },
    rowLabel: { fr: 'Action', en: 'Plan item' },
    addLabel: { fr: 'Ajouter une action', en: 'Add a plan item' },
    unique: ['action_id'],
    fields: [
      {
        name: 'action_id',
        type: 'reference',
        label: { fr: 'Action du plan', en: 'Plan item' },
        required: true,
        reference: { form: 'action', label: 'nom', free: false },
      },
    ],
  },
  {
    name: 'resume',
    type: 'text',
    multiline: true,
    label: { fr: 'Résumé', en: 'Summary' },
    maxLength: 5000,
    hxl: '#description+i_fr',
  },
]

/** The library: legal texts, studies, guides and materials the meetings draw on. */
export const document = defineForm({
  id: 'document',
  title: { fr: 'Document de la bibliothèque', en: 'Library document' },
  description: {
    fr: 'Textes juridiques, études, guides et supports utiles aux rencontres du groupe.',
    en: 'Legal texts, studies, guides and materials of use to the group’s meetings.',
  },
  prefix: 'DO',
  submit: 'coordinator',
  titleField: 'titre',
  sheet: { tab: 'Bibliothèque', newRows: true },
  publication: { states: ['publie'], field: null },
  library: {
    kind: 'type',
    level: 'niveau',
    source: 'source',
    date: 'date',
    url: 'url',
    summary: 'resume',
    themes: 'themes',
    items: { repeat: 'actions', reference: 'action_id' },
  },
  fields,
  workflow: {
    initial: 'propose',
    states: [
      { code: 'propose', label: { fr: 'Proposé', en: 'Proposed' }, color: '#DCE9F5' },
      { code: 'publie', label: { fr: 'Publié', en: 'Published' }, color: '#C6E0B4' },
      { code: 'retire', label: { fr: 'Retiré', en: 'Withdrawn' }, color: '#E7E6E6' },
    ],
    transitions: [
      { from: ['propose', 'retire'], to: 'publie', by: ['coordinator'] },
      { from: ['propose', 'publie'], to: 'retire', by: ['coordinator'] },
    ],
  },
})
