import { choice } from './choice.ts'

/** Progress of a project; the codes are IATI’s ActivityStatus. */
export const statutsProjet = [
  choice('1', 'En préparation', 'Pipeline'),
  choice('2', 'En cours', 'Implementation'),
  choice('3', 'En finalisation', 'Finalisation'),
  choice('4', 'Terminé', 'Closed'),
  choice('6', 'Suspendu', 'Suspended'),
  choice('5', 'Annulé', 'Cancelled'),
]
