import type { Context } from '../../context.ts'
import type { MinutesDocument } from '../../document/index.ts'
import type { Form } from '../../form/definition/index.ts'
import { documentWithAnnex, frozenOf, type StoredRecord, type VersionContent } from '../../record/index.ts'
import type { StoredVersion } from '../../store/versions.ts'
import { download } from '../download.ts'

/** The document as it would be published now. */
export async function draftDocument(
  context: Context,
  form: Form,
  record: StoredRecord,
): Promise<MinutesDocument> {
  return documentWithAnnex(context, form, await frozenOf(context, form, record))
}

/** The document of a version, as it was published. */
export const versionDocument = (
  context: Context,
  form: Form,
  { content }: StoredVersion,
): Promise<MinutesDocument> => documentWithAnnex(context, form, JSON.parse(content) as VersionContent)

/** A Word file as a download. */
export const docxAnswer = (bytes: Uint8Array<ArrayBuffer>, name: string): Response =>
  download(name, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', bytes)
