import type { Form } from '../form/definition/index.ts'

/** Where everyone reads a published record: on the page its form declares for it, or on a page of its own. */
export function publicPath(form: Form, reference: string): string {
  if (form.minutes) return `/comptes-rendus/${reference}`
  if (form.plan) return `/plan#${reference}`
  if (form.advocacy) return `/plaidoyers#${reference}`
  if (form.glossary) return `/lexique#${reference}`
  if (form.library) return `/bibliotheque#${reference}`
  return `/consulter/${reference}`
}

/** Whether each record of a form has a page of its own. */
export const hasPageOfItsOwn = (form: Form): boolean => publicPath(form, '').startsWith('/consulter/')
