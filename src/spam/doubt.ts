/**
 * Why a submission is doubtful.
 * - `trap`: a control that people do not see was filled in.
 * - `unopened`: it does not say when its form was opened, or says what we never wrote.
 * - `hasty`: it came sooner after the opening than anybody types.
 * - `unproven`: a proof of work was asked for, and is not there or not right.
 */
export const reasons = ['trap', 'unopened', 'hasty', 'unproven'] as const
export type Reason = (typeof reasons)[number]

/** The controls of the page itself. No field can have a name with a dash, and programs like to fill in addresses. */
export const trapName = 'site-web'
export const openingName = 'heure-ouverture'
export const proofName = 'preuve-travail'

/** Nobody fills a form in within this many milliseconds, even where a browser knows the name and the address. */
export const leastFillingTime = 2_500

export type Signs = {
  readonly trap: string
  /** Milliseconds since 1970, UTC; null when no opening of ours came with it. */
  readonly openedAt: number | null
  readonly now: number
  readonly proof: 'not asked for' | 'right' | 'missing'
}

/** What makes a submission doubtful; nothing, and it is taken at once. */
export function doubtsOf({ trap, openedAt, now, proof }: Signs): readonly Reason[] {
  return [
    ...(trap === '' ? [] : (['trap'] as const)),
    ...(openedAt === null ? (['unopened'] as const) : []),
    ...(openedAt !== null && now - openedAt < leastFillingTime ? (['hasty'] as const) : []),
    ...(proof === 'missing' ? (['unproven'] as const) : []),
  ]
}
