import type { Purpose } from '../src/form/definition/index.ts'
import type { Text } from '../src/form/text.ts'

const members: Text = { fr: 'les membres du groupe', en: 'the members of the group' }
const everyone: Text = {
  fr: 'toute personne qui lit ce qui est publié',
  en: 'whoever reads what is published',
}

/** To reach the author of a project sheet, and to run the group. */
export const projectContact: Purpose = {
  id: 'contact-projet',
  title: {
    fr: 'joindre l’auteur d’une fiche à son sujet et animer le groupe',
    en: 'to reach the author of a record about it and run the group',
  },
  basis: 'consent',
  persons: { fr: 'personnes à contacter des projets', en: 'contact persons of projects' },
  recipients: [members],
  retention: { months: 36, from: 'last-change', states: null, ends: 'fields' },
}

/** Who was there: donors ask for it when accounts are audited. */
export const attendance: Purpose = {
  id: 'presence',
  title: {
    fr: 'tenir la liste de présence de la rencontre et en rendre compte',
    en: 'to keep the attendance list of the meeting and account for it',
  },
  basis: 'contract',
  persons: { fr: 'participants aux rencontres', en: 'participants in meetings' },
  recipients: [members],
  retention: { months: 60, from: 'acceptance', states: null, ends: 'record' },
}

export const attendanceContact: Purpose = {
  id: 'presence-contact',
  title: {
    fr: 'envoyer les comptes-rendus à qui les demande et joindre les participants après la rencontre',
    en: 'to send the minutes to whoever asks for them and reach participants after the meeting',
  },
  basis: 'consent',
  persons: { fr: 'participants aux rencontres', en: 'participants in meetings' },
  recipients: [],
  retention: { months: 12, from: 'acceptance', states: null, ends: 'fields' },
}

export const minutesRoles: Purpose = {
  id: 'compte-rendu',
  title: {
    fr: 'dire qui a animé la rencontre, qui en a écrit le compte-rendu et qui en fait les suites',
    en: 'to say who facilitated the meeting, who wrote its minutes and who follows it up',
  },
  basis: 'contract',
  persons: {
    fr: 'personnes qui animent les rencontres, en écrivent le compte-rendu ou en font les suites',
    en: 'people who facilitate meetings, write their minutes or follow them up',
  },
  recipients: [members, everyone],
  retention: { months: 120, from: 'last-change', states: null, ends: 'fields' },
}

export const directory: Purpose = {
  id: 'annuaire',
  title: {
    fr: 'tenir l’annuaire du groupe, inviter ses membres et leur envoyer les comptes-rendus',
    en: 'to keep the group’s directory, invite its members and send them the minutes',
  },
  basis: 'contract',
  persons: {
    fr: 'personnes à contacter des organisations membres',
    en: 'contact persons of member organisations',
  },
  recipients: [members],
  retention: { months: 12, from: 'last-change', states: ['inactive'], ends: 'fields' },
}

export const focalPoints: Purpose = {
  id: 'plan',
  title: {
    fr: 'savoir qui suit chaque action du plan',
    en: 'to know who follows each item of the plan',
  },
  basis: 'contract',
  persons: { fr: 'points focaux des actions', en: 'focal points of plan items' },
  recipients: [members],
  retention: {
    months: 24,
    from: 'last-change',
    states: ['tenue', 'cr_publie', 'annulee'],
    ends: 'fields',
  },
}

export const toolProposal: Purpose = {
  id: 'veille',
  title: {
    fr: 'savoir qui a signalé l’outil, pour lui demander une précision',
    en: 'to know who told of the tool, to ask about it',
  },
  basis: 'consent',
  persons: { fr: 'personnes qui signalent un outil', en: 'people who tell of a tool' },
  recipients: [members],
  retention: { months: 24, from: 'acceptance', states: null, ends: 'fields' },
}

export const order: Purpose = {
  id: 'commande',
  title: {
    fr: 'suivre la commande confiée au prestataire',
    en: 'to follow the order entrusted to the contractor',
  },
  basis: 'contract',
  persons: { fr: 'prestataires', en: 'contractors' },
  recipients: [members],
  retention: { months: 60, from: 'last-change', states: ['livree', 'annulee'], ends: 'fields' },
}
