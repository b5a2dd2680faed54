import type { FieldInput } from '../src/form/definition.ts'
import { defineForm } from '../src/form/index.ts'
import { alike } from './alike.ts'

const fields: readonly FieldInput[] = [
  {
    name: 'nom',
    type: 'text',
    label: { fr: 'Nom de l’organisation', en: 'Organisation name' },
    required: true,
    maxLength: 150,
    autocomplete: 'organization',
    hxl: '#org+name',
  },
  {
    name: 'sigle',
    type: 'text',
    label: { fr: 'Sigle', en: 'Acronym' },
    maxLength: 20,
    hxl: '#org+acronym',
  },
  {
    name: 'type',
    type: 'select_one',
    label: { fr: 'Type d’organisation', en: 'Organisation type' },
    choices: 'types_organisation',
    hxl: '#org+type',
  },
  {
    name: 'reseaux',
    type: 'select_multiple',
    label: { fr: 'Réseaux', en: 'Networks' },
    choices: 'reseaux',
    exclusive: ['aucun'],
    hxl: '#org+network',
  },
  {
    name: 'alias',
    type: 'list',
    label: { fr: 'Autres noms', en: 'Other names' },
    hint: {
      fr: 'Un nom par ligne : ancien nom, nom d’usage, autre orthographe.',
      en: 'One name per line: former name, usual name, other spelling.',
    },
    visibility: 'members',
  },
  {
    name: 'site',
    type: 'text',
    format: 'url',
    label: { fr: 'Site web', en: 'Website' },
    maxLength: 300,
    autocomplete: 'url',
    hxl: '#org+url',
  },
  {
    name: 'courriels_diffusion',
    type: 'list',
    format: 'email',
    label: { fr: 'Courriels de diffusion', en: 'Mailing addresses' },
    hint: {
      fr: 'Une adresse par ligne : elles reçoivent les comptes-rendus et les invitations.',
      en: 'One address per line: they receive the minutes and the invitations.',
    },
    maxLength: 254,
    maxCount: 10,
    hxl: '#contact+email+list',
    personal: true,
    visibility: 'coordination',
  },
  {
    name: 'contact_nom',
    type: 'text',
    label: { fr: 'Nom de la personne à contacter', en: 'Contact person' },
    maxLength: 100,
    autocomplete: 'name',
    hxl: '#contact+name',
    personal: true,
    visibility: 'coordination',
  },
  {
    name: 'contact_courriel',
    type: 'text',
    format: 'email',
    label: { fr: 'Adresse électronique', en: 'Email address' },
    maxLength: 254,
    autocomplete: 'email',
    hxl: '#contact+email',
    personal: true,
    visibility: 'coordination',
  },
  {
    name: 'contact_tel',
    type: 'text',
    format: 'tel',
    label: { fr: 'Téléphone', en: 'Phone number' },
    hint: {
      fr: 'Exemple : 77 123 45 67 ou +221 77 123 45 67.',
      en: 'Example: 77 123 45 67 or +221 77 123 45 67.',
    },
    autocomplete: 'tel',
    hxl: '#contact+phone',
    personal: true,
    visibility: 'coordination',
  },
  {
    name: 'adresse',
    type: 'text',
    multiline: true,
    label: { fr: 'Adresse postale', en: 'Postal address' },
    maxLength: 500,
    autocomplete: 'street-address',
    visibility: 'members',
  },
]

/** The directory: the organisations the other forms refer to, and whom the coordinator writes to. */
export const organisation = defineForm({
  id: 'organisation',
  title: { fr: 'Organisation membre', en: 'Member organisation' },
  description: {
    fr: 'L’annuaire du groupe : organisations, sigles, réseaux et adresses de diffusion.',
    en: 'The group’s directory: organisations, acronyms, networks and mailing addresses.',
  },
  prefix: 'OR',
  submit: 'coordinator',
  titleField: 'nom',
  sheet: { tab: 'Membres', newRows: true },
  publication: { states: ['active'], field: null },
  fields: alike({ edit: 'both' }, fields),
  workflow: {
    initial: 'active',
    states: [
      { code: 'active', label: { fr: 'Active', en: 'Active' }, color: '#E2F0D9' },
      { code: 'inactive', label: { fr: 'Inactive', en: 'Inactive' }, color: '#E7E6E6' },
    ],
    transitions: [
      { from: ['active'], to: 'inactive', by: ['coordinator'] },
      { from: ['inactive'], to: 'active', by: ['coordinator'] },
    ],
  },
})
