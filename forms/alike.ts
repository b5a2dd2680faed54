import type { FieldInput } from '../src/form/definition/index.ts'

/** The same attributes for a run of fields; what a field says itself wins, and the rows of a repeat follow it. */
export const alike = (
  common: Pick<Partial<FieldInput>, 'section' | 'visibility' | 'edit'>,
  fields: readonly FieldInput[],
): readonly FieldInput[] => fields.map((field) => ({ ...common, ...field }))
