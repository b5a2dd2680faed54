import type { Context } from '../context.ts'
import { takenIds } from '../store/existing-records.ts'
import { accept } from './accept.ts'
import { seedsOf, seedsPerRun } from './seeds.ts'

/**
 * Accepts the records that the forms say are there from the first day. Their ids are fixed and an erased record keeps
 * its id, so that planting again plants nothing twice and brings nothing back.
 * @returns how many are still to be planted
 */
export async function plant(context: Context): Promise<number> {
  const seeds = seedsOf(context.catalogue)
  const taken = await takenIds(
    context.db,
    seeds.map(({ seed }) => seed.id),
  )
  const missing = seeds.filter(({ seed }) => !taken.has(seed.id))
  for (const { form, seed } of missing.slice(0, seedsPerRun))
    await accept(context, form, { ...seed, locale: 'fr' })
  return Math.max(0, missing.length - seedsPerRun)
}
