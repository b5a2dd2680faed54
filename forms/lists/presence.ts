import { choice } from './choice.ts'

/** How someone took part in a meeting. */
export const participations = [
  choice('sur_place', 'Sur place', 'In person'),
  choice('a_distance', 'À distance', 'Remotely'),
  choice('excuse', 'Excusé', 'Excused'),
]
