import type { FieldType, PersonalData } from './definition/index.ts'

/** The longest cell of a Google sheet: support.google.com/drive/answer/37603. */
const longestCell = 50_000

/** What a field has that its author did not give: UTF-16 code units of a text, of a list's item, of a code. */
export function defaultMaxLength(type: FieldType, multiline: boolean): number {
  if (type === 'calculate') return longestCell
  return multiline ? 5000 : 255
}

/** How many rows, items, choices or files at most when the author does not say; a list bounds its own choices. */
export function defaultMaxCount(type: FieldType): number {
  switch (type) {
    case 'repeat':
      return 100
    case 'list':
      return 50
    case 'file':
      return 5
    case 'select_multiple':
      return 500
    case 'text':
    case 'integer':
    case 'decimal':
    case 'date':
    case 'partial_date':
    case 'time':
    case 'select_one':
    case 'geopoint':
    case 'note':
    case 'calculate':
    case 'acknowledge':
    case 'reference':
      return 1
  }
}

/** Whether the sheet shows it when the author does not say: by what a person is reached, and what is sensitive, not. */
export const isMirroredByDefault = (type: FieldType, data: PersonalData | null): boolean =>
  type !== 'note' && (data === null || data.class === 'identity')
