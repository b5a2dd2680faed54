import type { Text } from '../form/text.ts'

export const campaignWords = {
  campaignLead: {
    fr: 'Fiches de votre organisation\u00a0: {name}',
    en: 'Records of your organisation: {name}',
  },
  campaignUntil: { fr: 'À renvoyer avant le {date}.', en: 'To be sent back before {date}.' },
  campaignOver: {
    fr: 'La collecte s’est terminée le {date}\u00a0; vos réponses sont toujours les bienvenues.',
    en: 'The collection ended on {date}; your answers are still welcome.',
  },
  campaignPersonal: {
    fr: 'Cette page est celle de votre organisation\u00a0: ne transmettez son lien qu’à vos collègues.',
    en: 'This page is your organisation’s own: pass its link on to your colleagues alone.',
  },
  campaignThanks: { fr: 'Merci, votre réponse est enregistrée.', en: 'Thank you, your answer is kept.' },
  campaignConfirmed: { fr: 'Confirmée le {date}', en: 'Confirmed on {date}' },
  campaignToConfirm: { fr: 'À confirmer', en: 'To be confirmed' },
  campaignUnchanged: { fr: 'Rien n’a changé', en: 'Nothing has changed' },
  campaignUpdate: { fr: 'Mettre à jour', en: 'Update' },
  campaignEnded: { fr: 'Projet terminé', en: 'Project over' },
  campaignAllUnchanged: {
    fr: 'Rien n’a changé dans ces {n} fiches',
    en: 'Nothing has changed in these {n} records',
  },
  campaignNew: { fr: 'Décrire un projet', en: 'Describe a project' },
  campaignAnother: { fr: 'Décrire un autre projet', en: 'Describe another project' },
  campaignNewWhy: {
    fr: 'Une fiche par projet, votre organisation est déjà remplie.',
    en: 'One form a project, with your organisation filled in.',
  },
  campaignNothing: { fr: 'Nous n’avons pas de projet à décrire', en: 'We have no project to describe' },
  campaignBack: { fr: 'Toutes les fiches de votre organisation', en: 'All records of your organisation' },
  campaignCannotEnd: {
    fr: 'La fiche {reference} demande d’abord une correction\u00a0: ouvrez-la par «\u00a0Mettre à jour\u00a0».',
    en: 'Record {reference} needs a correction first: open it by “Update”.',
  },
  campaignOutdated: {
    fr: 'Ces fiches ont changé depuis que vous avez ouvert cette page\u00a0: voici celles que l’on vous demande aujourd’hui.',
    en: 'These records changed since you opened this page: here are those that you are asked about today.',
  },
  completeAsked: {
    fr: 'À compléter, à la demande de la coordination',
    en: 'To be completed, as the coordination asks',
  },
  completeLink: { fr: 'Lien de correction de l’organisation', en: 'Correction link of the organisation' },
  completeWhy: {
    fr: 'À envoyer à l’organisation\u00a0: elle y lit la note ci-dessus et corrige sa fiche.',
    en: 'To be sent to the organisation: it reads the note above there and corrects its record.',
  },
  completeMail: { fr: 'Écrire à l’organisation', en: 'Write to the organisation' },
  completeSubject: { fr: 'Fiche {reference} à compléter', en: 'Record {reference} to be completed' },

  campaigns: { fr: 'Campagnes de collecte', en: 'Collection campaigns' },
  campaignsAbout: {
    fr: 'Envoyer la fiche aux organisations, suivre leurs réponses, relancer.',
    en: 'Send the form to the organisations, follow their answers, remind them.',
  },
  campaignsNone: { fr: 'Aucune campagne pour l’instant.', en: 'No campaign yet.' },
  campaignMake: { fr: 'Préparer une campagne', en: 'Prepare a campaign' },
  campaignCorrect: { fr: 'Modifier la campagne', en: 'Change the campaign' },
  campaignAnswersByNetwork: { fr: 'Réponses par réseau', en: 'Answers by network' },
  campaignNetwork: { fr: 'Réseau', en: 'Network' },
  campaignAsked: { fr: 'Invitées', en: 'Asked' },
  campaignAnswered: { fr: 'Ont répondu', en: 'Answered' },
  campaignHasAnswered: { fr: 'A répondu', en: 'Answered' },
  campaignOpened: { fr: 'Page ouverte, sans réponse', en: 'Page opened, no answer' },
  campaignUnopened: { fr: 'Page non ouverte', en: 'Page not opened' },
  campaignAgain: { fr: 'À redemander', en: 'To be asked again' },
  campaignNoNetwork: { fr: 'Hors de ces réseaux', en: 'In none of these networks' },
  campaignTotal: { fr: 'Organisations, chacune une fois', en: 'Organisations, each once' },
  campaignMembers: { fr: 'Organisations invitées', en: 'Organisations asked' },
  campaignMember: { fr: 'Organisation', en: 'Organisation' },
  campaignAddresses: { fr: 'Courriels', en: 'Email addresses' },
  campaignState: { fr: 'Réponse', en: 'Answer' },
  campaignRecords: { fr: 'Fiches', en: 'Records' },
  campaignLink: { fr: 'Lien personnel', en: 'Personal link' },
  campaignLinkOf: { fr: 'Lien personnel de {name}', en: 'Personal link of {name}' },
  campaignMail: { fr: 'Écrire', en: 'Write' },
  campaignNoAddress: { fr: 'sans adresse dans l’annuaire', en: 'no address in the directory' },
  campaignRemind: {
    fr: 'Relancer {n} organisations qui n’ont pas répondu',
    en: 'Remind {n} organisations that have not answered',
  },
  campaignRemindOne: {
    fr: 'Relancer l’organisation qui n’a pas répondu',
    en: 'Remind the organisation that has not answered',
  },
  campaignReminded: {
    fr: 'Relances émises\u00a0: {n}. Une organisation n’est relancée qu’une fois par jour.',
    en: 'Reminders emitted: {n}. An organisation is reminded once a day at most.',
  },
  campaignInvite: { fr: 'Inviter les {n} nouvelles organisations', en: 'Ask the {n} new organisations' },
  campaignInviteOne: { fr: 'Inviter la nouvelle organisation', en: 'Ask the new organisation' },
  campaignMerge: {
    fr: 'Liens et adresses pour un publipostage (CSV)',
    en: 'Links and addresses for a mail merge (CSV)',
  },
  campaignHow: {
    fr: 'Une fois ouverte, la campagne émet un événement par organisation (campaign.invitation), puis des relances à 7 et 14 jours (campaign.reminder), entre 8 h et minuit. L’outil d’envoi qui les reçoit demande le lien de chacune à l’API\u00a0; sans lui, envoyez les liens ci-dessous.',
    en: 'Once open, the campaign emits one event an organisation (campaign.invitation), then reminders after 7 and 14 days (campaign.reminder), between 8 am and midnight. The mailing tool that gets them asks the API for each link; without one, send the links below.',
  },
  campaignMailSubject: { fr: '{title}\u00a0: votre fiche', en: '{title}: your record' },
  campaignMailText: {
    fr: 'Bonjour,\n\nVoici le lien de votre organisation pour remplir ou confirmer ses fiches, avant le {date}\u00a0:\n{link}\n\nMerci,\nLa coordination',
    en: 'Hello,\n\nHere is the link of your organisation to fill in or confirm its records, before {date}:\n{link}\n\nThank you,\nThe coordination',
  },
} as const satisfies Record<string, Text>
