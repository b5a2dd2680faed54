import type { Text } from '../form/text.ts'
import type { AddressFault } from './address.ts'
import { formats } from './endpoint.ts'

/** What is said about what was sent to make or change an endpoint. */
export const messages = {
  missing: { fr: 'À renseigner.', en: 'This is needed.' },
  unknown: { fr: 'Cette clé n’existe pas ici.', en: 'There is no such key here.' },
  type: { fr: 'Cette valeur n’a pas la forme attendue.', en: 'This value does not have the form expected.' },
  description: {
    fr: 'Au plus 200 caractères, sans caractère de commande.',
    en: 'At most 200 characters, and no control character.',
  },
  format: {
    fr: `Formats possibles\u00a0: ${formats.join(', ')}.`,
    en: `Formats there are: ${formats.join(', ')}.`,
  },
  formatKept: {
    fr: 'Une destination garde son format\u00a0: créez-en une autre.',
    en: 'An endpoint keeps its format: make another one.',
  },
  noMailService: {
    fr: 'Cette installation n’envoie pas de courriels\u00a0: la liaison EMAIL manque (voir docs/deploy.md).',
    en: 'This installation sends no e-mail: the EMAIL binding is missing (see docs/deploy.md).',
  },
  mailbox: {
    fr: 'Une adresse électronique seule, comme liste@exemple.org, sans nom ni accent.',
    en: 'An e-mail address alone, such as list@example.org, without a name or accents.',
  },
  listId: {
    fr: 'L’identifiant de la liste dans Mailman, comme liste.exemple.org.',
    en: 'The list’s identifier in Mailman, such as list.example.org.',
  },
  queue: {
    fr: 'L’adresse doit être celle de la file d’entrée de Mailman\u00a0: elle finit par /queues/in, sans «\u00a0?\u00a0».',
    en: 'The address must be that of Mailman’s incoming queue: it ends with /queues/in, without “?”.',
  },
  user: {
    fr: 'De 1 à 200 caractères sans accent ni «\u00a0:\u00a0».',
    en: 'From 1 to 200 characters without accents or “:”.',
  },
  password: {
    fr: 'De 1 à 200 caractères sans accent\u00a0: Mailman n’en prend pas d’autres.',
    en: 'From 1 to 200 characters without accents: Mailman takes no other.',
  },
  newServer: {
    fr: 'L’adresse mène à un autre serveur\u00a0: redonnez le nom et le mot de passe.',
    en: 'The address leads to another server: give the user name and password again.',
  },
  event: {
    fr: 'Ce type d’événement n’existe pas ici.',
    en: 'There is no such event type here.',
  },
  many: { fr: 'Au plus 50 éléments.', en: 'At most 50 items.' },
  form: { fr: 'Ce formulaire n’existe pas.', en: 'There is no such form.' },
  state: { fr: '«\u00a0enabled\u00a0» ou «\u00a0disabled\u00a0».', en: '“enabled” or “disabled”.' },
  after: { fr: 'Un numéro d’événement, entier.', en: 'An event’s sequence number, an integer.' },
  since: { fr: 'Une date et une heure ISO 8601.', en: 'A date and time, ISO 8601.' },
  malformed: { fr: 'Ce n’est pas une adresse.', en: 'This is not an address.' },
  scheme: { fr: 'L’adresse doit commencer par https://.', en: 'The address must begin with https://.' },
  userinfo: {
    fr: 'L’adresse ne doit contenir ni nom ni mot de passe.',
    en: 'The address must hold no user name or password.',
  },
  port: { fr: 'Ports possibles\u00a0: 443 et 8443.', en: 'Ports there are: 443 and 8443.' },
  host: {
    fr: 'L’adresse doit nommer un serveur public, sans adresse IP ni nom de réseau privé.',
    en: 'The address must name a public server: no IP address, no name of a private network.',
  },
  'own-host': { fr: 'Recueil ne s’envoie rien à lui-même.', en: 'Recueil sends nothing to itself.' },
} as const satisfies Record<AddressFault | string, Text>

export type Message = keyof typeof messages

/** A message by its name, which is what a schema carries. Pure. */
export const say = (message: Message): Message => message
