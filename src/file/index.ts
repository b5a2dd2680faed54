import type { Context } from '../context.ts'
import { problem } from '../problem.ts'
import type { StoredRecord } from '../record/index.ts'
import { deleteFiles, filesOfErased, insertFile, type StoredFile } from '../store/files.ts'
import { kindOf } from './kind.ts'
import { withoutPlaces } from './places.ts'
import { refusal } from './refusal.ts'

/** The longest file, in bytes: minutes with pictures are a few megabytes, and a phone on 3G has to fetch them. */
export const mostFileBytes = 10 * 1024 * 1024

/**
 * Keeps a document laid out by the coordinator: its content in the bucket, without the places of its photos, then the
 * line that names it. A cut between the two leaves content that nothing names, and nobody can fetch.
 * @throws problem 'invalid' when it is too long, neither a PDF nor a Word document by its content, or cannot be rid of
 * the places of its photos, 'erased'
 */
export async function keepFile(
  { db, now }: Context,
  bucket: R2Bucket,
  record: StoredRecord,
  version: number,
  sent: Uint8Array,
): Promise<StoredFile> {
  if (sent.length > mostFileBytes) throw refusal('tooLong')
  const kind = kindOf(sent)
  if (kind === null) throw refusal('wrongKind')
  const bytes = await withoutPlaces(kind, sent)
  const file: StoredFile = {
    id: crypto.randomUUID(),
    record: record.id,
    version,
    name: `${record.reference}-v${version}.${kind.extension}`,
    type: kind.type,
    size: bytes.length,
    at: now,
  }
  await bucket.put(file.id, bytes)
  if (!(await insertFile(db, file))) throw problem('erased')
  return file
}

/** Files a run deletes at most. */
const deletedPerRun = 20

/** Deletes the content of erased records' files. Run each minute; doing it again does nothing. */
export async function deleteErasedFiles({ db }: Context, bucket: R2Bucket | undefined): Promise<void> {
  const ids = await filesOfErased(db, deletedPerRun)
  if (ids.length === 0 || !bucket) return
  await bucket.delete([...ids])
  await deleteFiles(db, ids)
}

/** Deletes files, content first: cut off between the two, the line stays, and with it the way to try again. */
export async function deleteNow({ db }: Context, bucket: R2Bucket, ids: readonly string[]): Promise<void> {
  await bucket.delete([...ids])
  await deleteFiles(db, ids)
}

/**
 * The file as a download. It is never shown in the page's own name: it is an attachment, and even opened it may do
 * nothing (`sandbox`).
 */
export async function downloadOf(bucket: R2Bucket, file: StoredFile): Promise<Response> {
  const object = await bucket.get(file.id)
  if (object === null) throw problem('not-found')
  return new Response(object.body, {
    headers: {
      'content-type': file.type,
      'content-length': String(file.size),
      'content-disposition': `attachment; filename="${file.name}"`,
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'cache-control': 'private, no-cache',
    },
  })
}
