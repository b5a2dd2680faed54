import { choice } from './choice.ts'

/** How a decision was taken. */
export const modesDecision = [choice('consensus', 'Consensus', 'Consensus'), choice('vote', 'Vote', 'Vote')]

/** Where the follow-up of a meeting stands. */
export const statutsSuite = [
  choice('a_faire', 'À faire', 'To do'),
  choice('en_cours', 'En cours', 'In progress'),
  choice('fait', 'Fait', 'Done'),
  choice('abandonne', 'Abandonné', 'Dropped'),
]
