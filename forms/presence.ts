import type { FieldInput } from '../src/form/definition/index.ts'
import { defineForm } from '../src/form/index.ts'
import { alike } from './alike.ts'
import { attendance, attendanceContact } from './purposes.ts'

const fields: readonly FieldInput[] = [
  {
    name: 'action_id',
    type: 'reference',
    label: { fr: 'Rencontre', en: 'Meeting' },
    required: true,
    reference: { form: 'action', label: 'nom', free: false },
    hxl: '#activity+name',
    visibility: 'public',
  },
  {
    name: 'prenom_nom',
    type: 'text',
    label: { fr: 'Prénom et nom', en: 'Full name' },
    required: true,
    maxLength: 100,
    autocomplete: 'name',
    hxl: '#contact+name',
    data: { class: 'identity', purpose: 'presence', publish: { agreed: 'consentement' } },
    edit: 'both',
  },
  {
    name: 'organisation',
    type: 'reference',
    label: { fr: 'Organisation', en: 'Organisation' },
    hint: {
      fr: 'Choisissez dans l’annuaire ; si elle n’y est pas, écrivez son nom complet.',
      en: 'Choose from the directory; if it is not there, write its full name.',
    },
    required: true,
    reference: { form: 'organisation', label: 'nom', free: true },
    maxLength: 150,
    autocomplete: 'organization',
    hxl: '#org+name',
    visibility: 'public',
    edit: 'both',
  },
  {
    name: 'fonction',
    type: 'text',
    label: { fr: 'Fonction', en: 'Job title' },
    maxLength: 100,
    autocomplete: 'organization-title',
    hxl: '#contact+role',
    data: { class: 'identity', purpose: 'presence' },
    edit: 'both',
  },
  {
    name: 'consentement',
    type: 'acknowledge',
    label: { fr: 'Être nommé dans la liste de présence', en: 'Being named in the attendance list' },
    hint: {
      fr: 'J’accepte que mon nom et mon organisation figurent dans la liste de présence annexée au compte-rendu. Mon adresse et mon téléphone n’y figurent pas. Je peux demander l’accès, la correction ou la suppression de mes données à tout moment (loi n° 2008-12 du 25 janvier 2008).',
      en: 'I agree that my name and my organisation appear in the attendance list annexed to the minutes. My address and phone number do not. I may ask for access to my data, its correction or its deletion at any time (Senegalese law no. 2008-12 of 25 January 2008).',
    },
  },
]

/** Ten seconds at the door: what few people add is folded away. */
const further: readonly FieldInput[] = [
  {
    name: 'mode',
    type: 'select_one',
    label: { fr: 'Participation', en: 'Attendance' },
    required: true,
    choices: 'participations',
    default: "'sur_place'",
    visibility: 'members',
  },
  {
    name: 'liste_diffusion',
    type: 'select_one',
    label: { fr: 'Recevoir les comptes-rendus', en: 'Receive minutes' },
    required: true,
    choices: 'oui_non',
    default: "'non'",
  },
  {
    name: 'courriel',
    type: 'text',
    format: 'email',
    label: { fr: 'Adresse électronique', en: 'Email' },
    maxLength: 254,
    autocomplete: 'email',
    hxl: '#contact+email',
    data: { class: 'contact', purpose: 'presence-contact' },
  },
  {
    name: 'telephone',
    type: 'text',
    format: 'tel',
    label: { fr: 'Téléphone', en: 'Phone' },
    hint: {
      fr: 'Exemple : 77 123 45 67 ou +221 77 123 45 67.',
      en: 'Example: 77 123 45 67 or +221 77 123 45 67.',
    },
    autocomplete: 'tel',
    hxl: '#contact+phone',
    data: { class: 'contact', purpose: 'presence-contact' },
  },
]

/** Who was at a meeting, one record a person. The annex of the minutes shows names and organisations alone. */
export const presence = defineForm({
  id: 'presence',
  title: { fr: 'Liste de présence', en: 'Attendance list' },
  description: {
    fr: 'Une ligne par personne : à remplir à l’entrée de la rencontre.',
    en: 'One line per person: to be filled in at the entrance of the meeting.',
  },
  prefix: 'PR',
  submit: 'anyone',
  titleField: 'prenom_nom',
  sheet: { tab: 'Présences', newRows: false },
  purposes: [attendance, attendanceContact],
  publication: null,
  sections: [
    { id: 'personne', title: { fr: 'Vous', en: 'You' } },
    { id: 'plus', title: { fr: 'À ajouter si besoin', en: 'To add if needed' }, folded: true },
  ],
  fields: [
    ...alike({ visibility: 'coordination', section: 'personne' }, fields),
    ...alike({ visibility: 'coordination', section: 'plus' }, further),
  ],
  attendance: {
    meeting: 'action_id',
    name: 'prenom_nom',
    organisation: 'organisation',
    consent: 'consentement',
    mode: { field: 'mode', present: ['sur_place', 'a_distance'] },
    closed: ['tenue', 'cr_publie', 'annulee'],
  },
  workflow: {
    initial: 'enregistree',
    states: [
      { code: 'enregistree', label: { fr: 'Enregistrée', en: 'Recorded' }, color: '#DCE9F5' },
      { code: 'annulee', label: { fr: 'Annulée', en: 'Cancelled' }, color: '#E7E6E6' },
    ],
    transitions: [
      { from: ['enregistree'], to: 'annulee', by: ['coordinator'] },
      { from: ['annulee'], to: 'enregistree', by: ['coordinator'] },
    ],
  },
})
