import type { Text } from '../form/text.ts'

export const quarantineWords = {
  leaveEmpty: { fr: 'Laissez ce champ tel quel', en: 'Leave this field as it is' },
  withoutProof: {
    fr: 'Ce formulaire reçoit en ce moment trop d’envois de programmes. Sans JavaScript, le vôtre sera gardé, et vérifié par la coordination avant de devenir une fiche.',
    en: 'This form is getting too much from programs at the moment. Without JavaScript yours will be kept, and checked by the coordination before it becomes a record.',
  },
  hurriedTitle: { fr: 'Trop d’envois en peu de temps', en: 'Too many submissions in a short time' },
  hurried: {
    fr: 'Rien n’est perdu de ce que vous avez écrit. Attendez une minute, puis envoyez de nouveau.',
    en: 'Nothing you typed is lost. Wait a minute, then send it again.',
  },
  toBeChecked: { fr: 'Reçu, en attente de vérification', en: 'Received, waiting to be checked' },
  toBeCheckedLead: {
    fr: 'Votre envoi est bien arrivé. Avant d’en faire une fiche, la coordination vérifie qu’il vient bien d’une personne\u00a0: il n’a pas encore de référence et n’est visible que d’elle.',
    en: 'What you sent has arrived. Before it becomes a record, the coordination checks that it comes from a person: it has no reference yet, and only the coordination sees it.',
  },
  waitingNext: {
    fr: 'Vous n’avez rien à renvoyer. Dès que la vérification est faite, cette adresse mène à votre accusé de réception et à son lien de modification.',
    en: 'You need not send it again. Once it is checked, this address leads to your receipt and its edit link.',
  },
  waitingKeep: { fr: 'Gardez l’adresse de cette page', en: 'Keep the address of this page' },
  doubtfulSince: { fr: '{form}, le {date}', en: '{form}, {date}' },
  setAside: { fr: 'Envoi écarté', en: 'Set aside' },
  setAsideLead: {
    fr: 'La coordination n’a pas retenu cet envoi. S’il s’agit d’une erreur, écrivez-lui\u00a0: il peut être repris pendant {days} jours, puis il est effacé.',
    en: 'The coordination did not keep this. If that is a mistake, write to it: it can be taken back for {days} days, then it is deleted.',
  },

  quarantine: { fr: 'Envois à vérifier', en: 'Submissions to check' },
  quarantineAbout: {
    fr: 'Les envois qui pourraient venir d’un programme\u00a0: les accepter ou les écarter.',
    en: 'Submissions that may come from a program: accept them or set them aside.',
  },
  quarantineNotice: { fr: 'Envois à vérifier\u00a0: {n}', en: 'Submissions to check: {n}' },
  quarantineLead: {
    fr: 'Ces envois respectent toutes les règles de leur formulaire, mais un signe laisse penser à un programme. Ils n’ont pas de référence, ne sont pas dans la feuille et rien n’en a été annoncé. Accepter en fait des fiches comme les autres. Écarter les met de côté {days} jours, puis ils sont effacés.',
    en: 'These follow every rule of their form, but something suggests a program. They have no reference, are not in the sheet, and nobody was told of them. Accepting makes records of them like any other. Setting aside keeps them for {days} days, then they are deleted.',
  },
  quarantineWaiting: { fr: 'À vérifier ({n})', en: 'To check ({n})' },
  quarantineRejected: { fr: 'Écartés ({n})', en: 'Set aside ({n})' },
  quarantineNone: { fr: 'Aucun envoi ici.', en: 'Nothing here.' },
  quarantineAnswers: { fr: 'Ses réponses', en: 'Its answers' },
  quarantineWhy: { fr: 'Pourquoi', en: 'Why' },
  quarantineUntil: { fr: 'Effacé le {date}', en: 'Deleted on {date}' },
  quarantineRelease: { fr: 'Accepter les envois choisis', en: 'Accept those chosen' },
  quarantineReject: { fr: 'Écarter les envois choisis', en: 'Set aside those chosen' },
  quarantineRestore: { fr: 'Remettre à vérifier', en: 'Take back to be checked' },
  quarantineAtOnce: { fr: 'Cinq acceptés à la fois au plus.', en: 'Five accepted at a time at most.' },
  quarantineNext: { fr: 'Envois suivants', en: 'Next ones' },
  quarantineSurely: { fr: 'Écarter ces envois\u00a0?', en: 'Set these aside?' },
  quarantineSurelyWhy: {
    fr: 'Ils ne deviendront pas des fiches. Vous pourrez les reprendre pendant {days} jours\u00a0; ensuite ils sont effacés pour de bon.',
    en: 'They will not become records. You can take them back for {days} days; then they are deleted for good.',
  },
  quarantineYes: { fr: 'Oui, écarter', en: 'Yes, set aside' },
  quarantineNo: { fr: 'Non, revenir', en: 'No, go back' },
  quarantineDone: {
    fr: 'C’est fait\u00a0: {n}.',
    en: 'Done: {n}.',
  },
  quarantineLeft: {
    fr: 'Choisis au-delà de cinq, restés à vérifier\u00a0: {n}.',
    en: 'Chosen beyond five, still to be checked: {n}.',
  },
  quarantineRefused: {
    fr: 'Cet envoi ne peut pas devenir une fiche\u00a0:',
    en: 'This one cannot become a record:',
  },

  doubtTrap: { fr: 'un champ invisible a été rempli', en: 'a field nobody sees was filled in' },
  doubtUnopened: {
    fr: 'l’heure d’ouverture du formulaire manque ou est fausse',
    en: 'when the form was opened is missing or false',
  },
  doubtHasty: {
    fr: 'envoyé moins de trois secondes après l’ouverture',
    en: 'sent less than three seconds after opening',
  },
  doubtUnproven: {
    fr: 'le calcul demandé au navigateur manque (JavaScript absent, ou programme)',
    en: 'the calculation asked of the browser is missing (no JavaScript, or a program)',
  },
} as const satisfies Record<string, Text>
