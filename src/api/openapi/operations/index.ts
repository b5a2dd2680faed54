import { endpointOperations } from './endpoints.ts'
import { formOperations } from './forms.ts'
import { logOperations } from './log.ts'
import type { Operation } from './operation.ts'
import { recordOperations } from './records.ts'
import { sheetOperations } from './sheet.ts'

export type { Operation }

/** Every JSON route but the submissions, of which there is one a form. */
export const operations: readonly Operation[] = [
  ...formOperations,
  ...recordOperations,
  ...logOperations,
  ...endpointOperations,
  ...sheetOperations,
]
