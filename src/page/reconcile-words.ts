import type { Text } from '../form/text.ts'

export const reconcileWords = {
  reconcile: { fr: 'Rapprochements', en: 'Reconciliation' },
  reconcileAbout: {
    fr: 'Relier les noms saisis à l’annuaire, réunir les doublons.',
    en: 'Link the names typed in to the directory, unite what is there twice.',
  },
  reconcileNames: {
    fr: 'Organisations hors de l’annuaire',
    en: 'Organisations that the directory does not have',
  },
  reconcileNamesLead: {
    fr: 'Ces noms ont été saisis tels quels. Reliés à un membre, leurs fiches y renvoient, et le nom devient l’un de ses autres noms\u00a0; l’historique garde ce qui était écrit.',
    en: 'These names were typed in as they are. Linked to a member, their records refer to it and the name becomes one of its other names; the history keeps what was written.',
  },
  reconcileNoNames: {
    fr: 'Toutes les organisations citées sont dans l’annuaire.',
    en: 'All organisations named are in the directory.',
  },
  reconcileName: { fr: 'Nom saisi', en: 'Name typed in' },
  reconcileRecords: { fr: 'Fiches', en: 'Records' },
  reconcileMember: { fr: 'Dans l’annuaire', en: 'In the directory' },
  reconcileIs: { fr: 'C’est {name}', en: 'It is {name}' },
  reconcileOther: { fr: 'C’est un autre membre', en: 'It is another member' },
  reconcileLink: { fr: 'Relier', en: 'Link' },
  reconcileAdd: { fr: 'Ajouter à l’annuaire', en: 'Add to the directory' },
  reconcileDoubles: { fr: 'Membres peut-être en double', en: 'Members that may be there twice' },
  reconcileDoublesLead: {
    fr: 'Réunis, toutes les fiches renvoient au membre gardé, qui reprend les noms de l’autre\u00a0; l’autre devient inactif.',
    en: 'United, all records refer to the member kept, which takes the names of the other; the other becomes inactive.',
  },
  reconcileNoDoubles: {
    fr: 'Aucun doublon apparent dans l’annuaire.',
    en: 'No apparent double in the directory.',
  },
  reconcileKeep: { fr: 'Garder {name} ({reference})', en: 'Keep {name} ({reference})' },
  reconcileAnd: { fr: '{one} et {other}', en: '{one} and {other}' },
  reconcileLeft: {
    fr: 'Fiches encore à relier\u00a0: {n}. Cliquez de nouveau.',
    en: 'Records still to be linked: {n}. Click again.',
  },
  reconcileStuck: {
    fr: 'Ces fiches ne respectent plus les règles de leur formulaire\u00a0: corrigez-les d’abord, puis recommencez.',
    en: 'These records no longer meet the rules of their form: correct them first, then do it again.',
  },
  reconcileAlike: {
    fr: 'Fiches peut-être en double\u00a0: {form}',
    en: 'Records that may be there twice: {form}',
  },
  reconcileAlikeLead: {
    fr: 'Même organisation et titre proche, ou même lien. La fiche mise de côté passe à l’état «\u00a0{state}\u00a0»\u00a0; elle peut en revenir.',
    en: 'Same organisation and a near title, or the same link. The record put aside moves to the state “{state}”; it can come back.',
  },
  reconcileNoAlike: { fr: 'Aucune fiche ne semble en double.', en: 'No record seems to be there twice.' },
  reconcileAside: { fr: 'Mettre {reference} de côté', en: 'Put {reference} aside' },
  reconcileDistinct: { fr: 'Ce sont deux choses différentes', en: 'They are two different things' },
  reconcileDouble: { fr: 'Doublon de {reference}', en: 'Double of {reference}' },
  alikeTitle: { fr: 'Cela y est peut-être déjà', en: 'This may be there already' },
  alikeWhat: {
    fr: 'Rien n’est encore envoyé. Si c’est autre chose, corrigez le nom ou le lien ci-dessous, ou envoyez quand même.',
    en: 'Nothing is sent yet. If it is something else, correct the name or the link below, or send it anyway.',
  },
  alikeWaiting: {
    fr: '{reference}\u00a0: même lien ou nom proche, déjà proposé, en attente de vérification.',
    en: '{reference}: same link or a near name, already proposed, waiting to be checked.',
  },
  alikeTo: { fr: 'Ressemble à', en: 'Resembles' },
  alikeSend: { fr: 'Envoyer quand même', en: 'Send anyway' },
} as const satisfies Record<string, Text>
