/**
 * Who may call a route.
 * - `anyone`: no matter who asks; what they get is what everyone may see.
 * - `form`: whoever the form lets fill it in: anyone, or coordinators.
 * - `holder`: whoever has the key in the address, and coordinators where the route says so; to others it is not there.
 * - `coordinator`: a coordinator, or a service token of theirs.
 * - `signed`: a program that signs what it sends.
 */
export type Caller = 'anyone' | 'form' | 'holder' | 'coordinator' | 'signed'

export type Rule = {
  readonly methods: readonly string[]
  /** As the router has it. */
  readonly path: string
  readonly by: Caller
  /** What whoever may call it is given. */
  readonly gives: string
}

/** The methods of a route that is read, of one that is sent to, and of one that is both. */
export const get = ['GET'] as const
export const post = ['POST'] as const
export const both = ['GET', 'POST'] as const
