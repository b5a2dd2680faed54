import { invalid } from '../error.ts'
import { maskTakes, requestMask } from '../fields-mask.ts'
import {
  checkedLocation,
  checkMetadataSize,
  type DataFilter,
  describeMetadata,
  findMetadata,
} from '../metadata.ts'
import { nextId } from '../sheets.ts'
import type { Book, JsonObject, Metadata } from '../types.ts'

type Given = Partial<Metadata>

export function createDeveloperMetadata(
  book: Book,
  body: { readonly developerMetadata?: Given },
): JsonObject {
  const given = body.developerMetadata ?? {}
  const metadataId = given.metadataId ?? nextId(book)
  if (book.metadata.some((item) => item.metadataId === metadataId)) {
    throw invalid(`Developer metadata with ID: ${metadataId} already exists.`)
  }
  const item: Metadata = { ...required(given), metadataId, location: checkedLocation(book, given.location) }
  book.metadata.push(item)
  checkMetadataSize(book)
  return { createDeveloperMetadata: { developerMetadata: describeMetadata(item) } }
}

function required(given: Given) {
  const { metadataKey, metadataValue, visibility } = given
  if (metadataKey === undefined || metadataKey === '') throw invalid('Developer metadata must specify a key.')
  if (visibility === undefined || visibility.endsWith('_UNSPECIFIED')) {
    throw invalid('Developer metadata must specify a visibility.')
  }
  return { metadataKey, visibility, ...(metadataValue !== undefined && { metadataValue }) }
}

export function updateDeveloperMetadata(
  book: Book,
  body: {
    readonly dataFilters?: readonly DataFilter[]
    readonly developerMetadata?: Given
    readonly fields?: string
  },
): JsonObject {
  const mask = requestMask(body.fields, 'DeveloperMetadata')
  if (maskTakes(mask, 'metadataId') && !mask.all) throw invalid("'metadataId' cannot be updated.")
  const given = body.developerMetadata ?? {}
  const found = new Set((body.dataFilters ?? []).flatMap((filter) => findMetadata(book, filter)))
  const changed = new Map<Metadata, Metadata>()
  for (const item of found) {
    const pick = <K extends keyof Metadata>(key: K) => (maskTakes(mask, key) ? given[key] : item[key])
    const metadataValue = pick('metadataValue')
    const next: Given = {
      ...(metadataValue !== undefined && { metadataValue }),
      metadataKey: pick('metadataKey') ?? '',
      visibility: pick('visibility') ?? '',
    }
    const location = maskTakes(mask, 'location') ? checkedLocation(book, given.location) : item.location
    changed.set(item, { ...required(next), metadataId: item.metadataId, location })
  }
  book.metadata = book.metadata.map((item) => changed.get(item) ?? item)
  checkMetadataSize(book)
  return {
    updateDeveloperMetadata: { developerMetadata: [...changed.values()].map(describeMetadata) },
  }
}

export function deleteDeveloperMetadata(book: Book, body: { readonly dataFilter?: DataFilter }): JsonObject {
  if (body.dataFilter === undefined) throw invalid('Must specify a data filter.')
  const found = new Set(findMetadata(book, body.dataFilter))
  book.metadata = book.metadata.filter((item) => !found.has(item))
  return { deleteDeveloperMetadata: { deletedDeveloperMetadata: [...found].map(describeMetadata) } }
}
