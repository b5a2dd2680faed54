import type { Context } from '../../context.ts'
import type { VersionContent } from '../../record/index.ts'
import { referenceOf } from '../../record/reference.ts'
import { latestVersions } from '../../store/versions.ts'

/** Minutes as a list names them. Times are milliseconds since 1970, UTC. */
export type Published = {
  /** The record's id. */
  readonly record: string
  readonly reference: string
  readonly title: string
  /** The meeting's, ISO 8601. */
  readonly date: string
  /** The current version, when it was published, and when the first was. */
  readonly number: number
  readonly at: number
  readonly firstAt: number
}

/** All published minutes in the order of their meetings: one query a form of minutes. */
export async function publishedMinutes({ db, catalogue }: Context): Promise<readonly Published[]> {
  const lists = await Promise.all(
    catalogue.forms.map(async (form) => {
      const { minutes } = form
      if (minutes === null) return []
      const versions = await latestVersions(db, form.id)
      return versions.map(({ record, recordNumber, number, at, firstAt, content }): Published => {
        const { answers } = JSON.parse(content) as VersionContent
        const reference = referenceOf(form.prefix, recordNumber)
        const title = String(answers[form.titleField] ?? reference)
        return { record, reference, title, date: String(answers[minutes.date] ?? ''), number, at, firstAt }
      })
    }),
  )
  return lists.flat().toSorted((one, other) => {
    if (one.date !== other.date) return one.date < other.date ? -1 : 1
    return one.reference < other.reference ? -1 : 1
  })
}
