import type { Coordinator } from '../../../dev/sheet/index.ts'
import type { Moment, Sent } from './log.ts'

export type Watch = {
  /** Looks at the sheet: what it shows for the first time, it shows since `at`. */
  readonly look: (at: number) => void
  /** How long each revision that was ever shown took, in milliseconds, shortest first. */
  readonly delays: () => readonly number[]
}

const keyOf = ({ answers }: Sent): string => answers.commentaire

/** Notes when the sheet first shows what was sent. */
export function createWatch(book: Coordinator, title: () => string, log: readonly Moment[]): Watch {
  const waiting = new Map(
    log.flatMap((moment) => (moment.kind === 'sent' ? [[keyOf(moment.sent), moment.at]] : [])),
  )
  const delays: number[] = []
  let seen = -1
  return {
    look(at) {
      if (book.version() === seen) return
      seen = book.version()
      for (const cell of book.values(title()).flat()) {
        const sentAt = waiting.get(String(cell))
        if (sentAt === undefined) continue
        waiting.delete(String(cell))
        delays.push(at - sentAt)
      }
    },
    delays: () => delays.toSorted((one, other) => one - other),
  }
}
