import type { Form } from '../form/definition/index.ts'

/**
 * Under which name a browser keeps what is being typed into a form: members that share a phone each have their own.
 * @param member by whose link the form was opened, or null
 */
export const draftName = ({ id }: Form, member: string | null): string =>
  member === null ? id : `${id} ${member}`
