import type { JsonObject } from './types.ts'

export type ApiErrorBody = {
  readonly code: number
  readonly message: string
  readonly status: string
  readonly details?: readonly JsonObject[]
}

export type ApiError = Error & { readonly api: ApiErrorBody }

/** An error that is answered as Google's envelope `{"error": body}`, with `body.code` as the HTTP status. */
export function apiError(body: ApiErrorBody): ApiError {
  return Object.assign(new Error(body.message), { api: body })
}

export function isApiError(error: unknown): error is ApiError {
  return error instanceof Error && 'api' in error
}

export function invalid(message: string): ApiError {
  return apiError({ code: 400, message, status: 'INVALID_ARGUMENT' })
}

export const forbidden = (): ApiError =>
  apiError({ code: 403, message: 'The caller does not have permission', status: 'PERMISSION_DENIED' })

export const notFound = (): ApiError =>
  apiError({ code: 404, message: 'Requested entity was not found.', status: 'NOT_FOUND' })

export const officeFile = (): ApiError =>
  apiError({
    code: 400,
    message: 'This operation is not supported for this document. The document must not be an Office file.',
    status: 'FAILED_PRECONDITION',
  })
