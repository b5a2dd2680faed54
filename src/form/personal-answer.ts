import type { Answer } from './answers.ts'
import type { Field } from './definition/index.ts'

/** A record's reference: FP-0012. */
const reference = /^[A-Z]{2,8}-[0-9]{4,9}$/

/** Whether an answer is somebody's: where a field takes a record or a name, a record's reference is nobody's. */
export const isPersonalAnswer = ({ type, data }: Field, answer: Answer | undefined): boolean =>
  data !== null && !(type === 'reference' && typeof answer === 'string' && reference.test(answer))
