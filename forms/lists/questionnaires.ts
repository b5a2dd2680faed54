import { choice } from './choice.ts'

/** The forms that a campaign can send round; the codes are their ids. */
export const questionnaires = [
  choice('fiche-projet', 'Fiche de collecte : projets « migration »', 'Collection form: migration projects'),
]
