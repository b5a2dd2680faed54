import { recordView } from '../record/view.ts'
import type { Taken } from './taken.ts'

/**
 * The records with every answer as it is kept: what loses nothing. Everyone gets neither what the coordination keeps
 * beside them nor their ids: with an id and the same answers anyone would be given the receipt again, and its edit link.
 */
export function writeJson({ form, level, records }: Taken): string {
  const views = records.map((record) => {
    const { id, coordination, ...view } = recordView(record)
    return level === 'coordination' ? { id, ...view, coordination } : view
  })
  return JSON.stringify({ form: form.id, title: form.title.fr, records: views })
}
