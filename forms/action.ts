import type { FieldInput } from '../src/form/definition/index.ts'
import { defineForm } from '../src/form/index.ts'
import { alike } from './alike.ts'
import { plan2018 } from './plan-2018.ts'
import { focalPoints } from './purposes.ts'

const fields: readonly FieldInput[] = [
  {
    name: 'type',
    type: 'select_one',
    label: { fr: 'Type', en: 'Type' },
    required: true,
    choices: 'types_action',
    hxl: '#activity+type',
  },
  {
    name: 'nom',
    type: 'text',
    label: { fr: 'Nom de l’action', en: 'Action' },
    required: true,
    maxLength: 250,
    hxl: '#activity+name',
  },
  {
    name: 'description',
    type: 'text',
    multiline: true,
    label: { fr: 'Description', en: 'Description' },
    required: true,
    maxLength: 2000,
    hxl: '#description+i_fr',
  },
  {
    name: 'acteurs',
    type: 'list',
    label: { fr: 'Les acteurs', en: 'Actors' },
    hint: { fr: 'Un acteur par ligne.', en: 'One actor per line.' },
    required: true,
    hxl: '#org+name+list',
  },
  {
    name: 'ressources',
    type: 'text',
    multiline: true,
    label: { fr: 'Budget et autres ressources', en: 'Budget and other resources' },
    maxLength: 2000,
    hxl: '#description+resources',
  },
  {
    name: 'date',
    type: 'partial_date',
    label: { fr: 'Date', en: 'Date' },
    hint: { fr: 'Jour, ou mois seulement.', en: 'A day, or a month alone.' },
    required: true,
    hxl: '#date+start',
  },
  {
    name: 'ordre',
    type: 'integer',
    label: { fr: 'Ordre', en: 'Order' },
    required: true,
    min: 1,
    max: 999,
  },
  {
    name: 'zones',
    type: 'text',
    label: { fr: 'Zones concernées', en: 'Areas' },
    hint: { fr: '« À définir » est accepté.', en: '“To be defined” is accepted.' },
    undefinedLabel: { fr: 'A définir', en: 'To be defined' },
    maxLength: 250,
    hxl: '#loc+name',
  },
  {
    name: 'criteres',
    type: 'repeat',
    label: { fr: 'Critères de réussite', en: 'Success criteria' },
    required: true,
    minCount: 1,
    rowLabel: { fr: 'Critère', en: 'Criterion' },
    addLabel: { fr: 'Ajouter un critère', en: 'Add a criterion' },
    // One cell shows every criterion with its assessment: editing it there could lose an assessment.
    edit: 'form',
    fields: [
      {
        name: 'critere',
        type: 'text',
        label: { fr: 'Critère de réussite', en: 'Success criterion' },
        required: true,
        maxLength: 500,
        hxl: '#indicator+name',
      },
      {
        name: 'evaluation',
        type: 'select_one',
        label: { fr: 'Évaluation', en: 'Assessment' },
        choices: 'evaluations',
        hxl: '#indicator+status',
      },
      {
        name: 'preuve',
        type: 'text',
        label: { fr: 'Preuve', en: 'Evidence' },
        hint: {
          fr: 'Ce qui permet de le dire : lien, document, fait.',
          en: 'What shows it: link, document, fact.',
        },
        maxLength: 1000,
        hxl: '#indicator+text',
      },
    ],
  },
  {
    name: 'heure_debut',
    type: 'time',
    label: { fr: 'Heure de début', en: 'Start time' },
  },
  {
    name: 'heure_fin',
    type: 'time',
    label: { fr: 'Heure de fin', en: 'End time' },
    constraint: "${heure_debut} = '' or . > ${heure_debut}",
    constraint_message: {
      fr: 'L’heure de fin doit suivre l’heure de début.',
      en: 'The end time must be after the start time.',
    },
  },
  {
    name: 'lieu_precis',
    type: 'text',
    label: { fr: 'Lieu de la rencontre', en: 'Venue' },
    maxLength: 250,
    hxl: '#loc+venue',
  },
  {
    name: 'point_focal',
    type: 'text',
    label: { fr: 'Point focal', en: 'Focal point' },
    hint: { fr: 'Prénom et nom.', en: 'First and last name.' },
    maxLength: 100,
    autocomplete: 'name',
    hxl: '#contact+name',
    data: { class: 'identity', purpose: 'plan' },
    visibility: 'members',
  },
]

/** A meeting, workshop or advocacy step of the group's plan; the plan of 2018 is there from the first day. */
export const action = defineForm({
  id: 'action',
  title: { fr: 'Action du plan d’action', en: 'Item of the plan of action' },
  description: {
    fr: 'Une rencontre, un atelier ou un plaidoyer du plan d’action du groupe.',
    en: 'A meeting, a workshop or an advocacy step of the group’s plan of action.',
  },
  prefix: 'PA',
  submit: 'coordinator',
  titleField: 'nom',
  sheet: { tab: "Plan d'action", newRows: true },
  purposes: [focalPoints],
  publication: {
    states: ['prevue', 'date_confirmee', 'tenue', 'cr_publie', 'reportee', 'annulee'],
    field: null,
  },
  fields: alike({ edit: 'both' }, fields),
  workflow: {
    initial: 'prevue',
    states: [
      { code: 'prevue', label: { fr: 'Prévue', en: 'Planned' }, color: '#DCE9F5' },
      {
        code: 'date_confirmee',
        label: { fr: 'Date et lieu confirmés', en: 'Date and venue confirmed' },
        color: '#E2F0D9',
      },
      { code: 'tenue', label: { fr: 'Tenue', en: 'Held' }, color: '#C6E0B4' },
      { code: 'cr_publie', label: { fr: 'Compte-rendu publié', en: 'Minutes published' }, color: '#A9D08E' },
      { code: 'reportee', label: { fr: 'Reportée', en: 'Postponed' }, color: '#FCE4D6' },
      { code: 'annulee', label: { fr: 'Annulée', en: 'Cancelled' }, color: '#E7E6E6' },
    ],
    transitions: [
      {
        from: ['prevue', 'reportee'],
        to: 'date_confirmee',
        by: ['coordinator'],
        guard:
          "string-length(${date}) = 10 and ${heure_debut} != '' and (${zones} != '' or ${lieu_precis} != '')",
        guard_message: {
          fr: 'Pour confirmer, il faut une date au jour près, une heure de début et un lieu.',
          en: 'To confirm, a date to the day, a start time and a place are needed.',
        },
      },
      {
        from: ['date_confirmee'],
        to: 'tenue',
        by: ['coordinator'],
        label: {
          fr: 'La rencontre est tenue : clore la liste de présence',
          en: 'The meeting was held: close the attendance list',
        },
      },
      { from: ['tenue'], to: 'cr_publie', by: ['coordinator', 'system'] },
      { from: ['prevue', 'date_confirmee'], to: 'reportee', by: ['coordinator'] },
      { from: ['prevue', 'date_confirmee'], to: 'annulee', by: ['coordinator'] },
      { from: ['reportee', 'annulee'], to: 'prevue', by: ['coordinator'] },
    ],
  },
  plan: {
    series: 'type',
    titles: {
      rencontre_thematique: { fr: 'Les rencontres thématiques', en: 'The thematic meetings' },
      atelier_cartographie: { fr: 'Réaliser une cartographie', en: 'Making a map' },
      plaidoyer: { fr: 'Les plaidoyers', en: 'Advocacy' },
    },
    order: 'ordre',
    columns: [
      {
        question: { fr: 'Quoi', en: 'What' },
        columns: [
          { label: { fr: "Nom de l'action", en: 'Name of the action' }, fields: ['nom'] },
          { label: { fr: 'Description', en: 'Description' }, fields: ['description'] },
        ],
      },
      {
        question: { fr: 'Qui', en: 'Who' },
        columns: [{ label: { fr: 'Les acteurs', en: 'Actors' }, fields: ['acteurs'] }],
      },
      {
        question: { fr: 'Comment ?', en: 'How?' },
        columns: [
          {
            label: { fr: 'Budget et autres ressources', en: 'Budget and other resources' },
            fields: ['ressources'],
          },
        ],
      },
      {
        question: { fr: 'Quand ?', en: 'When?' },
        columns: [{ label: { fr: 'Date / (Ordre)', en: 'Date / (Order)' }, fields: ['date', 'ordre'] }],
      },
      {
        question: { fr: 'Où ?', en: 'Where?' },
        columns: [{ label: { fr: 'Zones concernées', en: 'Areas' }, fields: ['zones'] }],
      },
      {
        question: { fr: 'Pourquoi ?', en: 'Why?' },
        columns: [{ label: { fr: 'Critères de réussite', en: 'Success criteria' }, fields: ['criteres'] }],
      },
    ],
    held: ['tenue', 'cr_publie'],
    criteria: {
      field: 'criteres',
      text: 'critere',
      assessment: 'evaluation',
      evidence: 'preuve',
      met: ['atteint'],
      partly: ['en_partie'],
      unmet: ['non'],
    },
    // "Une (1) à deux (2) rencontre par mois", over a year: the minutes of 24 July 2018.
    rhythm: {
      series: ['rencontre_thematique', 'atelier_cartographie'],
      months: 12,
      least: 1,
      most: 2,
      placeDays: 30,
    },
  },
  calendar: {
    date: 'date',
    start: 'heure_debut',
    end: 'heure_fin',
    place: 'zones',
    venue: 'lieu_precis',
    details: ['description', 'acteurs'],
    states: {
      confirmed: ['date_confirmee', 'tenue', 'cr_publie'],
      held: ['tenue', 'cr_publie'],
      postponed: ['reportee'],
      cancelled: ['annulee'],
    },
    minutes: { form: 'compte-rendu', field: 'action_id', states: ['date_confirmee', 'tenue'], days: 2 },
  },
  reminders: [
    {
      event: 'meeting.reminder',
      date: 'date',
      days: [-14, -3],
      states: ['date_confirmee'],
      subject: { fr: 'Rappel : ${nom}, le ${date}', en: 'Reminder: ${nom}, ${date}' },
      text: {
        fr: '${nom}\n\nDate : ${date}\nHeure de début : ${heure_debut}\nHeure de fin : ${heure_fin}\nLieu : ${lieu_precis}\nZone : ${zones}\n\n${description}',
        en: '${nom}\n\nDate: ${date}\nStart: ${heure_debut}\nEnd: ${heure_fin}\nVenue: ${lieu_precis}\nArea: ${zones}\n\n${description}',
      },
    },
    {
      event: 'place.missing',
      date: 'date',
      days: [-30],
      states: ['prevue', 'reportee', 'date_confirmee'],
      when: "${zones} = '' and ${lieu_precis} = ''",
      subject: { fr: 'Lieu à définir : ${nom}, ${date}', en: 'Place to be defined: ${nom}, ${date}' },
      text: {
        fr: '${nom}\n\nDate : ${date}\n\nLe lieu n’est pas encore défini.',
        en: '${nom}\n\nDate: ${date}\n\nThe place is still to be defined.',
      },
    },
    {
      event: 'minutes.overdue',
      date: 'date',
      days: [3, 7],
      states: ['date_confirmee', 'tenue'],
      awaitsMinutes: true,
      subject: { fr: 'Compte-rendu en retard : ${nom}, ${date}', en: 'Minutes overdue: ${nom}, ${date}' },
      text: {
        fr: '${nom}\n\nDate : ${date}\n\nLe compte-rendu n’a pas encore été envoyé au coordinateur.',
        en: '${nom}\n\nDate: ${date}\n\nThe minutes have not been sent to the coordinator yet.',
      },
    },
  ],
  seeds: plan2018,
})
