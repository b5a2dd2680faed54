import type { Catalogue, Form } from '../form/definition/index.ts'

/** The human reference of a form's nth record: FP-0012; longer than four digits from 10,000 on. */
export function referenceOf(prefix: string, number: number): string {
  return `${prefix}-${String(number).padStart(4, '0')}`
}

/** The form and number a reference names, or null when it names none; case and spaces around do not matter. */
export function parseReference(
  catalogue: Catalogue,
  reference: string,
): { readonly form: Form; readonly number: number } | null {
  const parts = /^([A-Z]{2,8})-([0-9]{4,9})$/.exec(reference.trim().toUpperCase())
  if (!parts) return null
  const form = catalogue.forms.find(({ prefix }) => prefix === parts[1])
  return form ? { form, number: Number(parts[2]) } : null
}
