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
} as const satisfies Record<string, Text>
