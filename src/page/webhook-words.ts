import type { Text } from '../form/text.ts'
import type { DisabledReason, Format } from '../webhook/endpoint.ts'

const formats: Readonly<Record<`hookFormat.${Format}`, Text>> = {
  'hookFormat.json': { fr: 'Webhook signé', en: 'Signed webhook' },
  'hookFormat.mailman3': { fr: 'Liste Mailman 3', en: 'Mailman 3 list' },
  'hookFormat.email': { fr: 'Courriel', en: 'E-mail' },
}

const reasons: Readonly<Record<`hookOff.${DisabledReason}`, Text>> = {
  'hookOff.gone': {
    fr: 'Désactivée\u00a0: elle a répondu qu’elle n’existe plus (410)',
    en: 'Disabled: it answered that it is gone (410)',
  },
  'hookOff.failing': {
    fr: 'Désactivée\u00a0: cinq jours d’échecs sans une réussite',
    en: 'Disabled: five days of failures without a success',
  },
  'hookOff.manual': { fr: 'Désactivée par la coordination', en: 'Disabled by the coordination' },
}

/** The words of the console’s pages about endpoints; part of `words.ts`. */
export const webhookWords = {
  ...formats,
  ...reasons,
  hooks: { fr: 'Destinations et envois', en: 'Endpoints and deliveries' },
  hooksAbout: {
    fr: 'À qui Recueil annonce ce qui se passe\u00a0: listes de diffusion et programmes. Journal, essais, renvois.',
    en: 'Whom Recueil tells what happens: mailing lists and programs. Log, tests, replays.',
  },
  hooksNone: { fr: 'Aucune destination.', en: 'There is no endpoint.' },
  hooksMost: { fr: '{n} au plus.', en: '{n} at most.' },
  hookMake: { fr: 'Ajouter une destination', en: 'Add an endpoint' },
  hookName: { fr: 'Destination', en: 'Endpoint' },
  hookTakes: { fr: 'Ce qu’elle reçoit', en: 'What it gets' },
  hookState: { fr: 'État', en: 'State' },
  hookOwed: { fr: 'Envois', en: 'Deliveries' },
  hookOn: { fr: 'Active', en: 'Enabled' },
  hookFailing: { fr: 'En échec depuis le {date}', en: 'Failing since {date}' },
  hookCounts: {
    fr: 'En attente\u00a0: {waiting}. À décider\u00a0: {held}. Échecs\u00a0: {failed}.',
    en: 'Waiting: {waiting}. To be decided: {held}. Failed: {failed}.',
  },
  hookAllEvents: { fr: 'Tous les événements', en: 'All events' },
  hookAllForms: { fr: 'Tous les formulaires', en: 'All forms' },
  hookOnlyForms: { fr: 'Formulaires\u00a0: {forms}', en: 'Forms: {forms}' },
  hooksStuck: {
    fr: 'Envois dont personne ne sait s’ils sont arrivés\u00a0: {n}',
    en: 'Deliveries of which nobody knows whether they arrived: {n}',
  },
  hooksOff: {
    fr: 'Destinations que leurs échecs ont désactivées\u00a0: {n}',
    en: 'Endpoints disabled by their failures: {n}',
  },
  hooksFailing: { fr: 'Destinations en échec\u00a0: {n}', en: 'Endpoints that fail: {n}' },

  hookNew: { fr: 'Nouvelle destination', en: 'New endpoint' },
  hookChange: { fr: 'Modifier la destination', en: 'Change the endpoint' },
  hookFormat: { fr: 'Genre', en: 'Kind' },
  'hookFormatWhy.json': {
    fr: 'Un programme reçoit chaque événement en JSON, signé selon Standard Webhooks.',
    en: 'A program gets each event as JSON, signed as Standard Webhooks says.',
  },
  'hookFormatWhy.mailman3': {
    fr: 'Une liste de diffusion reçoit, par l’API de Mailman 3, les événements qui ont un message à lui dire.',
    en: 'A mailing list gets, by Mailman 3’s API, the events that have a message for it.',
  },
  'hookFormatWhy.email': {
    fr: 'Une adresse reçoit par courriel les événements qui ont un message à lui dire.',
    en: 'An address gets by e-mail the events that have a message for it.',
  },
  hookDescription: { fr: 'Nom, pour s’y retrouver', en: 'Name, to know it by' },
  hookUrl: { fr: 'Adresse', en: 'Address' },
  hookUrlWhy: { fr: 'Elle commence par https://.', en: 'It begins with https://.' },
  hookQueueWhy: {
    fr: 'Celle de la file d’entrée de Mailman\u00a0: elle finit par /queues/in.',
    en: 'That of Mailman’s incoming queue: it ends with /queues/in.',
  },
  hookKept: {
    fr: 'Laissez vide pour garder celle d’aujourd’hui, sur {host}\u00a0: elle n’est pas montrée, elle peut contenir un mot de passe.',
    en: 'Leave empty to keep the present one, at {host}: it is not shown, since it may hold a password.',
  },
  hookFrom: { fr: 'Expéditeur', en: 'Sender' },
  hookTo: { fr: 'Adresse de la liste', en: 'Address of the list' },
  hookListId: { fr: 'Identifiant de la liste dans Mailman', en: 'The list’s identifier in Mailman' },
  hookUser: { fr: 'Nom d’utilisateur de l’API', en: 'User name of the API' },
  hookPassword: { fr: 'Mot de passe de l’API', en: 'Password of the API' },
  hookCredentialsWhy: {
    fr: 'Laissez les deux vides pour garder ceux d’aujourd’hui\u00a0; ils ne sont montrés nulle part.',
    en: 'Leave both empty to keep the present ones; they are shown nowhere.',
  },
  hookEvents: { fr: 'Événements', en: 'Events' },
  hookSomeEvents: { fr: 'Seulement ceux-ci\u00a0:', en: 'Only these:' },
  hookForms: { fr: 'Formulaires', en: 'Forms' },
  hookSomeForms: { fr: 'Seulement ceux-ci\u00a0:', en: 'Only these:' },
  hookChooseOne: { fr: 'Choisissez-en au moins un.', en: 'Choose at least one.' },
  hookAllOrThese: {
    fr: 'Des cases sont cochées alors que «\u00a0Tous\u00a0» est choisi\u00a0: décochez-les, ou choisissez «\u00a0Seulement ceux-ci\u00a0».',
    en: 'Boxes are ticked though “All” is chosen: untick them, or choose “Only these”.',
  },
  hookStray: {
    fr: 'Elle attend aussi ce qui n’arrivera jamais\u00a0: {types}. Enregistrer l’oublie.',
    en: 'It also waits for what never happens: {types}. Saving forgets it.',
  },
  hookSave: { fr: 'Enregistrer', en: 'Save' },
  hookCreate: { fr: 'Créer la destination', en: 'Create the endpoint' },
  hookSaved: { fr: 'La destination est enregistrée.', en: 'The endpoint is saved.' },

  secretMade: { fr: 'La destination est créée', en: 'The endpoint is created' },
  secretRotated: { fr: 'Le secret est renouvelé', en: 'The secret is renewed' },
  secret: { fr: 'Secret de signature', en: 'Signing secret' },
  secretWhy: {
    fr: 'Il n’est montré qu’une fois, ici. Copiez-le tout de suite dans le programme qui reçoit\u00a0; perdu, il se renouvelle.',
    en: 'It is shown here and this once only. Copy it at once into the receiving program; lost, it can be renewed.',
  },
  copySecret: { fr: 'Copier le secret', en: 'Copy the secret' },
  copiedSecret: { fr: 'Secret copié', en: 'Secret copied' },
  secretUntil: {
    fr: 'L’ancien signe encore, à côté du nouveau, jusqu’au {date}\u00a0: changez-le d’ici là chez qui reçoit.',
    en: 'The old one still signs, beside the new one, until {date}: change it at the receiver by then.',
  },
  secretOn: { fr: 'Voir la destination', en: 'See the endpoint' },

  hookTest: { fr: 'Envoyer un essai', en: 'Send a test' },
  hookTestWhy: {
    fr: 'Un événement endpoint.test part vers cette destination seule\u00a0; la page suivante dit ce qu’il en est.',
    en: 'An endpoint.test event goes to this endpoint alone; the next page says what came of it.',
  },
  hookEnable: { fr: 'Réactiver', en: 'Enable' },
  hookDisable: { fr: 'Désactiver', en: 'Disable' },
  hookDisableWhy: {
    fr: 'Elle ne reçoit plus rien et ce qui attend est annulé. Réactivée, elle peut recevoir de nouveau ce qu’elle a manqué, par «\u00a0Renvoyer une période\u00a0».',
    en: 'It gets nothing more and what waits is cancelled. Enabled again, it can be sent what it missed, by “Send a period again”.',
  },
  hookRotate: { fr: 'Renouveler le secret', en: 'Renew the secret' },
  hookRotateWhy: {
    fr: 'Un nouveau secret est montré une fois. L’ancien signe encore jusqu’au {date}.',
    en: 'A new secret is shown once. The old one still signs until {date}.',
  },
  hookDelete: { fr: 'Supprimer', en: 'Delete' },
  hookDeleteWhy: {
    fr: 'Elle est oubliée avec son secret et ce qui attend est annulé. Cela ne se défait pas\u00a0: pour l’arrêter quelque temps, désactivez-la.',
    en: 'It is forgotten with its secret and what waits is cancelled. This cannot be undone: to stop it for a while, disable it.',
  },
  hookDeleted: { fr: 'La destination est supprimée.', en: 'The endpoint is deleted.' },
  hookRange: { fr: 'Renvoyer une période', en: 'Send a period again' },
  hookRangeWhy: {
    fr: 'Les mêmes événements, avec les mêmes identifiants\u00a0: un programme reconnaît ce qu’il a déjà. Ceux qui attendent une décision n’en sont pas.',
    en: 'The same events under the same identifiers: a program knows what it already has. Those that wait for a decision are left alone.',
  },
  hookRangeFrom: { fr: 'Du (jj/mm/aaaa)', en: 'From (dd/mm/yyyy)' },
  hookRangeTo: { fr: 'Au (jj/mm/aaaa), compris', en: 'To (dd/mm/yyyy), included' },
  hookRangeDates: {
    fr: 'Écrivez deux dates comme 24/09/2018, la première avant la seconde.',
    en: 'Write two dates like 24/09/2018, the first before the second.',
  },
  hookRangeUndelivered: { fr: 'Sauf ceux qui ont été remis', en: 'Except those that were delivered' },
  hookReplayed: { fr: 'Événements renvoyés\u00a0: {n}.', en: 'Events sent again: {n}.' },
  hookReplayedMore: {
    fr: 'Événements renvoyés\u00a0: {n}. Il en reste.',
    en: 'Events sent again: {n}. There are more.',
  },
  hookReplayOn: { fr: 'Renvoyer les suivants', en: 'Send the next ones again' },
} as const satisfies Record<string, Text>
