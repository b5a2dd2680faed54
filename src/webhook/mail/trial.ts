import type { Group } from '../../form/definition/index.ts'
import { type Notice, subjectOf } from '../../record/notice.ts'

/** What a test says to a list of people, in French as all that it gets. Pure. @param site the site's origin, or '' */
export function trialNotice(group: Group | null, site: string): Notice {
  const lines = [
    'Bonjour,',
    'Ceci est un message d’essai de Recueil. S’il vous parvient, cette liste recevra les annonces du groupe. Il n’y a rien à faire.',
  ]
  return {
    subject: subjectOf(group, 'Message d’essai'),
    text: [...lines, ...(site === '' ? [] : [site])].join('\n\n'),
    url: site,
  }
}
