import type { Catalogue, Form, Seed } from '../form/definition/index.ts'

/** Seeds a run plants at most: the free plan allows 50 queries an invocation (developers.cloudflare.com/d1/platform/limits). */
export const seedsPerRun = 6

/** Every record that is there from the first day, with its form. */
export const seedsOf = (catalogue: Catalogue): readonly { readonly form: Form; readonly seed: Seed }[] =>
  catalogue.forms.flatMap((form) => form.seeds.map((seed) => ({ form, seed })))
