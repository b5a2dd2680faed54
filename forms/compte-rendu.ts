import type { FieldInput } from '../src/form/definition.ts'
import { defineForm } from '../src/form/index.ts'
import { alike } from './alike.ts'

const meeting: readonly FieldInput[] = [
  {
    name: 'action_id',
    type: 'reference',
    label: { fr: 'Rencontre ou atelier du plan d’action', en: 'Plan item' },
    hint: {
      fr: 'Choisissez ce dont vous rendez compte, si c’est dans le plan.',
      en: 'Choose what these minutes are about, if it is in the plan.',
    },
    reference: { form: 'action', label: 'nom', free: false },
  },
  {
    name: 'numero',
    type: 'integer',
    label: { fr: 'Numéro de la rencontre du GT', en: 'Meeting number' },
    min: 1,
    max: 9999,
  },
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
    name: 'date',
    type: 'date',
    label: { fr: 'Date', en: 'Date' },
    required: true,
    hxl: '#date+occurred',
    edit: 'both',
  },
  {
    name: 'heure_debut',
    type: 'time',
    label: { fr: 'Heure de début', en: 'Start time' },
    required: true,
  },
  {
    name: 'heure_fin',
    type: 'time',
    label: { fr: 'Heure de fin', en: 'End time' },
    required: true,
    constraint: "${heure_debut} = '' or . > ${heure_debut}",
    constraint_message: {
      fr: 'L’heure de fin doit suivre l’heure de début.',
      en: 'The end time must be after the start time.',
    },
  },
  {
    name: 'lieu',
    type: 'text',
    label: { fr: 'Lieu', en: 'Venue' },
    required: true,
    maxLength: 250,
    hxl: '#loc+name',
    edit: 'both',
  },
  {
    name: 'animation',
    type: 'text',
    label: { fr: 'Animation', en: 'Facilitator' },
    hint: { fr: 'Prénom, nom et fonction.', en: 'First name, last name and job title.' },
    required: true,
    maxLength: 160,
    autocomplete: 'name',
    hxl: '#contact+name',
    personal: true,
    visibility: 'public',
    edit: 'both',
  },
  {
    name: 'redacteurs',
    type: 'repeat',
    label: { fr: 'Rédaction du compte-rendu (1 à 2 personnes)', en: 'Minute takers (1–2)' },
    hint: {
      fr: 'Les personnes désignées en début de rencontre.',
      en: 'The people designated at the start of the meeting.',
    },
    required: true,
    minCount: 1,
    maxCount: 2,
    rowLabel: { fr: 'Rédacteur ou rédactrice', en: 'Minute taker' },
    addLabel: { fr: 'Ajouter une personne', en: 'Add a person' },
    unique: ['redacteur_nom'],
    fields: [
      {
        name: 'redacteur_nom',
        type: 'text',
        label: { fr: 'Prénom et nom', en: 'Full name' },
        required: true,
        maxLength: 100,
        autocomplete: 'name',
        personal: true,
        visibility: 'members',
      },
      {
        name: 'redacteur_organisation',
        type: 'reference',
        label: { fr: 'Organisation', en: 'Organisation' },
        reference: { form: 'organisation', label: 'nom', free: true },
        maxLength: 150,
        autocomplete: 'organization',
        visibility: 'members',
      },
    ],
  },
  {
    name: 'contexte',
    type: 'text',
    multiline: true,
    label: { fr: 'Contexte', en: 'Background' },
    required: true,
    maxLength: 1500,
    hxl: '#description+i_fr',
  },
  {
    name: 'objectifs',
    type: 'list',
    label: { fr: 'Objectifs de la rencontre', en: 'Meeting objectives' },
    hint: { fr: 'Un objectif par ligne, dans l’ordre.', en: 'One objective per line, in order.' },
    required: true,
    minCount: 1,
    maxCount: 10,
  },
  {
    name: 'presence',
    type: 'note',
    label: { fr: 'Liste de présence (annexe)', en: 'Attendance list (annex)' },
    hint: {
      fr: 'Faites remplir à chacun le formulaire « Liste de présence » : il n’y a rien à recopier ici.',
      en: 'Have everyone fill in the “Attendance list” form: there is nothing to copy here.',
    },
  },
]

const discussion: readonly FieldInput[] = [
  {
    name: 'points',
    type: 'repeat',
    label: { fr: 'Points abordés', en: 'Items discussed' },
    minCount: 1,
    rowLabel: { fr: 'Point', en: 'Item' },
    addLabel: { fr: 'Ajouter un point', en: 'Add an item' },
    fields: [
      {
        name: 'point_titre',
        type: 'text',
        label: { fr: 'Titre du point', en: 'Title of the item' },
        required: true,
        maxLength: 250,
      },
      {
        name: 'point_contenu',
        type: 'text',
        multiline: true,
        label: { fr: 'Contenu', en: 'Content' },
        maxLength: 10_000,
      },
    ],
  },
  {
    name: 'decisions',
    type: 'repeat',
    label: { fr: 'Décisions', en: 'Decisions' },
    rowLabel: { fr: 'Décision', en: 'Decision' },
    addLabel: { fr: 'Ajouter une décision', en: 'Add a decision' },
    fields: [
      {
        name: 'decision_texte',
        type: 'text',
        multiline: true,
        label: { fr: 'Décision', en: 'Decision' },
        required: true,
        maxLength: 1000,
      },
      {
        name: 'decision_mode',
        type: 'select_one',
        label: { fr: 'Prise par', en: 'Taken by' },
        choices: 'modes_decision',
      },
    ],
  },
  {
    name: 'suites',
    type: 'repeat',
    label: { fr: 'Actions à mener', en: 'Action items' },
    rowLabel: { fr: 'Action à mener', en: 'Action item' },
    addLabel: { fr: 'Ajouter une action à mener', en: 'Add an action item' },
    tab: 'Suites',
    context: ['titre', 'date'],
    fields: [
      {
        name: 'suite_quoi',
        type: 'text',
        label: { fr: 'Quoi', en: 'What' },
        required: true,
        maxLength: 500,
        hxl: '#activity+followup',
      },
      {
        name: 'suite_qui',
        type: 'reference',
        label: { fr: 'Qui', en: 'Who' },
        hint: {
          fr: 'Une organisation de l’annuaire, ou un nom.',
          en: 'An organisation of the directory, or a name.',
        },
        reference: { form: 'organisation', label: 'nom', free: true },
        maxLength: 150,
        hxl: '#org+name',
        edit: 'both',
      },
      {
        name: 'suite_echeance',
        type: 'date',
        label: { fr: 'Échéance', en: 'Due date' },
        hxl: '#date+end',
        edit: 'both',
      },
      {
        name: 'suite_statut',
        type: 'select_one',
        label: { fr: 'Où en est-on', en: 'Progress' },
        choices: 'statuts_suite',
        default: "'a_faire'",
        hxl: '#status+code',
        edit: 'both',
      },
    ],
  },
]

const outcomes: readonly FieldInput[] = [
  {
    name: 'apport_cartographie',
    type: 'text',
    multiline: true,
    label: {
      fr: 'Données ou informations utiles à la cartographie',
      en: 'Inputs for the mapping',
    },
    maxLength: 5000,
  },
  {
    name: 'apport_plaidoyer',
    type: 'text',
    multiline: true,
    label: { fr: 'Éléments pour les plaidoyers', en: 'Inputs for advocacy' },
    maxLength: 5000,
  },
  {
    name: 'criteres',
    type: 'repeat',
    label: { fr: 'Critères de réussite atteints', en: 'Success criteria met' },
    hint: {
      fr: 'Les critères de l’action, tels qu’ils sont écrits dans le plan.',
      en: 'The criteria of the plan item, as the plan words them.',
    },
    rowLabel: { fr: 'Critère', en: 'Criterion' },
    addLabel: { fr: 'Ajouter un critère', en: 'Add a criterion' },
    unique: ['critere'],
    fields: [
      {
        name: 'critere',
        type: 'text',
        label: { fr: 'Critère de réussite', en: 'Success criterion' },
        required: true,
        maxLength: 500,
      },
      {
        name: 'evaluation',
        type: 'select_one',
        label: { fr: 'Évaluation', en: 'Assessment' },
        required: true,
        choices: 'evaluations',
      },
      {
        name: 'commentaire',
        type: 'text',
        label: { fr: 'Commentaire', en: 'Comment' },
        maxLength: 1000,
      },
    ],
  },
  {
    name: 'prochaine',
    type: 'text',
    label: { fr: 'Prochaine rencontre (date, lieu)', en: 'Next meeting' },
    maxLength: 250,
  },
  {
    name: 'pieces',
    type: 'file',
    label: { fr: 'Pièces jointes', en: 'Attachments' },
    hint: {
      fr: 'Cinq au plus : PDF, DOCX, PPTX ou JPG, 5 Mo chacune.',
      en: 'Five at most: PDF, DOCX, PPTX or JPG, 5 MB each.',
    },
    maxCount: 5,
    visibility: 'members',
  },
]

/** The minutes of a meeting or workshop, from the note-taker's draft to their publication. */
export const compteRendu = defineForm({
  id: 'compte-rendu',
  title: { fr: 'Compte-rendu de rencontre ou d’atelier', en: 'Minutes of a meeting or workshop' },
  description: {
    fr: 'Écrit par une ou deux personnes désignées en début de rencontre, puis mis en page et diffusé par le coordinateur.',
    en: 'Written by one or two people designated at the start of the meeting, then laid out and sent round by the coordinator.',
  },
  prefix: 'CR',
  submit: 'anyone',
  titleField: 'titre',
  sheet: { tab: 'Comptes rendus', newRows: false },
  publication: { states: ['publie'], field: null },
  sections: [
    { id: 'rencontre', title: { fr: 'La rencontre', en: 'The meeting' } },
    {
      id: 'echanges',
      title: { fr: 'Échanges, décisions et suites', en: 'Discussion, decisions and follow-up' },
    },
    { id: 'apports', title: { fr: 'Apports et annexes', en: 'Outcomes and annexes' } },
  ],
  fields: [
    ...alike({ section: 'rencontre' }, meeting),
    ...alike({ section: 'echanges' }, discussion),
    ...alike({ section: 'apports' }, outcomes),
  ],
  workflow: {
    initial: 'brouillon',
    states: [
      { code: 'brouillon', label: { fr: 'Brouillon', en: 'Draft' }, color: '#F2F2F2' },
      {
        code: 'envoye',
        label: { fr: 'Envoyé au coordinateur', en: 'Sent to the coordinator' },
        color: '#DCE9F5',
      },
      { code: 'mise_en_page', label: { fr: 'En mise en page', en: 'Being formatted' }, color: '#FFF2CC' },
      {
        code: 'relecture',
        label: { fr: 'En relecture par les participants', en: 'Under review' },
        color: '#FCE4D6',
      },
      { code: 'valide', label: { fr: 'Validé', en: 'Approved' }, color: '#E2F0D9' },
      { code: 'publie', label: { fr: 'Publié et diffusé', en: 'Published' }, color: '#C6E0B4' },
    ],
    transitions: [
      { from: ['brouillon'], to: 'envoye', by: ['anyone', 'coordinator'] },
      { from: ['envoye', 'relecture'], to: 'mise_en_page', by: ['coordinator'] },
      { from: ['mise_en_page'], to: 'relecture', by: ['coordinator'] },
      { from: ['relecture'], to: 'valide', by: ['coordinator'] },
      { from: ['valide'], to: 'publie', by: ['coordinator'], event: 'minutes.published' },
    ],
  },
  reminders: [
    {
      event: 'followup.reminder',
      date: 'suite_echeance',
      days: [-3, 1],
      // A draft is its note-takers' own still.
      states: ['envoye', 'mise_en_page', 'relecture', 'valide', 'publie'],
      when: "${suite_statut} != 'fait' and ${suite_statut} != 'abandonne'",
      subject: {
        fr: 'Action à mener pour le ${suite_echeance} : ${suite_quoi}',
        en: 'Action due by ${suite_echeance}: ${suite_quoi}',
      },
      text: {
        fr: '${suite_quoi}\n\nÉchéance : ${suite_echeance}\nOù en est-on : ${suite_statut}\nCompte-rendu : ${titre} (${date})',
        en: '${suite_quoi}\n\nDue date: ${suite_echeance}\nProgress: ${suite_statut}\nMinutes: ${titre} (${date})',
      },
    },
  ],
})
