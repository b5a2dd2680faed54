import type { Text } from '../form/text.ts'
import type { EventType, UsualType } from '../webhook/event-types.ts'

const usual: Readonly<Record<UsualType, Text>> = {
  'record.accepted': { fr: 'Fiche reçue', en: 'Record received' },
  'record.revised': { fr: 'Fiche corrigée', en: 'Record corrected' },
  'record.transitioned': { fr: 'Fiche passée à un autre statut', en: 'Record moved to another state' },
  'record.confirmed': { fr: 'Fiche confirmée sans changement', en: 'Record confirmed without a change' },
  'record.erased': { fr: 'Fiche effacée', en: 'Record erased' },
  'answers.erased': { fr: 'Réponses effacées à leur terme', en: 'Answers erased in time' },
  'erasure.failed': { fr: 'Effacement à terme échoué', en: 'Erasure in time failed' },
  'person.erased': { fr: 'Personne effacée d’une fiche', en: 'Person erased from a record' },
  'consent.withdrawn': { fr: 'Accord retiré', en: 'Consent withdrawn' },
  'link.renewed': { fr: 'Lien de correction renouvelé', en: 'Edit link renewed' },
  'link.revoked': { fr: 'Lien de correction retiré', en: 'Edit link ended' },
  'meeting.invitation': { fr: 'Invitation à une rencontre', en: 'Invitation to a meeting' },
  'meeting.changed': { fr: 'Rencontre déplacée', en: 'Meeting changed' },
  'meeting.cancelled': { fr: 'Rencontre annulée', en: 'Meeting cancelled' },
  'campaign.invitation': { fr: 'Membre sollicité', en: 'Member asked' },
  'campaign.renewal': { fr: 'Membre sollicité de nouveau', en: 'Member asked again' },
  'campaign.reminder': { fr: 'Membre relancé', en: 'Member reminded' },
  'campaign.answered': { fr: 'Membre qui n’a rien à signaler', en: 'Member with nothing to report' },
  'sheet.refused': { fr: 'Correction de la feuille refusée', en: 'Correction in the sheet refused' },
  'sheet.conflict': {
    fr: 'Changée dans la feuille et sur le site',
    en: 'Changed in the sheet and on the site',
  },
  'sheet.settled': { fr: 'Correction ou conflit décidé', en: 'Correction or conflict decided' },
  'sheet.withdrawn': { fr: 'Ligne retirée de la feuille', en: 'Row taken out of the sheet' },
  'sheet.restored': { fr: 'Ligne remise dans la feuille', en: 'Row put back in the sheet' },
  'sheet.braked': { fr: 'Onglet en pause', en: 'Tab on hold' },
  'delivery.held': { fr: 'Envoi dont l’arrivée est incertaine', en: 'Delivery of uncertain arrival' },
  'endpoint.disabled': { fr: 'Destination désactivée', en: 'Endpoint disabled' },
}

/** What a type of event tells, if it is one there is whatever the forms declare. Pure. */
export const usualLabel = (type: string): Text | null =>
  Object.entries(usual).find(([known]) => known === type)?.[1] ?? null

/** What a type of event tells. Pure. */
export function eventLabel(event: EventType): Text {
  switch (event.kind) {
    case 'usual':
      return usual[event.type]
    case 'transition': {
      const state = event.form.workflow.states.find(({ code }) => code === event.to)?.label
      const { tab } = event.form.sheet
      return { fr: `${tab} → ${state?.fr ?? event.to}`, en: `${tab} → ${state?.en ?? event.to}` }
    }
    case 'reminder': {
      const { tab } = event.form.sheet
      const { fr, en } = event.subject
      return { fr: `${tab} – ${beforeAnswers(fr)}`, en: `${tab} – ${beforeAnswers(en)}` }
    }
  }
}

/** What a template says as far as the first answer that it is filled in with. */
const beforeAnswers = (template: string): string => template.replace(/\$\{.*$/s, '…')
