import { choice } from './choice.ts'

/** Yes or no. */
export const ouiNon = [choice('oui', 'Oui', 'Yes'), choice('non', 'Non', 'No')]
