/** What can go wrong between us and Google, told apart by what is to be done about it. Pure. */
type FaultKind =
  /** Too many calls: wait, then read again. Nothing was applied. */
  | 'quota'
  /** 5xx, a lost or late answer: it may have been applied. Wait, then read again; never replay. */
  | 'unavailable'
  | 'network'
  /** The token was refused. */
  | 'unauthorised'
  /** The service account's key cannot be read. */
  | 'key'
  /** A human must act: share the spreadsheet, give another id, convert it, unprotect it, make room. */
  | 'forbidden'
  | 'missing'
  | 'office'
  | 'protected'
  | 'full'
  /** The sheet changed under the request: read again. */
  | 'moved'
  /** The request is too long: send it in parts. */
  | 'too-large'
  /** One of its cells or requests is refused. */
  | 'invalid'

export type GoogleFault = {
  readonly kind: FaultKind
  readonly status: number
  readonly message: string
  /** How long to wait at least, in milliseconds; 0: not known. */
  readonly wait: number
}

/** The mirror waits for a human; `message` (French) says what to do. */
export type Parked = { readonly reason: FaultKind; readonly message: string }

/** The Sheets API's error, or the token endpoint's (RFC 6749). */
type Body = {
  readonly error?: { readonly status?: string; readonly message?: string } | string
  readonly error_description?: string
}

/** The fault of an answer that is no success, from its status and its body (any text). */
export function faultOf(status: number, body: string): GoogleFault {
  const { code, message } = explain(body)
  return { kind: kindOf(status, code, message), status, message: message || `HTTP ${status}`, wait: 0 }
}

function explain(body: string): { readonly code: string; readonly message: string } {
  try {
    const { error, error_description } = JSON.parse(body) as Body
    if (typeof error === 'string') return { code: error, message: `${error}: ${error_description ?? ''}` }
    return { code: error?.status ?? '', message: error?.message ?? '' }
  } catch {
    return { code: '', message: body.slice(0, 200) }
  }
}

function kindOf(status: number, code: string, message: string): FaultKind {
  if (status === 429 || code === 'RESOURCE_EXHAUSTED') return 'quota'
  if (status === 401) return 'unauthorised'
  if (status === 403) return 'forbidden'
  if (status === 404) return 'missing'
  if (status === 413 || /payload size exceeds|Cannot exceed \d+ requests/i.test(message)) return 'too-large'
  if (status === 408 || status >= 500) return 'unavailable'
  if (status !== 400) return 'invalid'
  if (/Office file/i.test(message)) return 'office'
  if (/protected cell or object/i.test(message)) return 'protected'
  if (/above the limit of \d+ cells/i.test(message)) return 'full'
  if (/No (grid|sheet) with id|Unable to parse range|exceeds grid limits/i.test(message)) return 'moved'
  return 'invalid'
}

/** An Error to throw that carries its fault. */
export type GoogleError = Error & { readonly fault: GoogleFault }

export const googleError = (fault: GoogleFault): GoogleError =>
  Object.assign(new Error(`${fault.kind}: ${fault.message}`), { fault })

/**
 * Whether what was asked for may be done yet: nothing answered (the line, or we, gave up), or something before the
 * service did. A 500 or 503 is the service's own answer: what it did is done, and the next read shows it.
 */
export const mayApplyYet = ({ kind, status }: GoogleFault): boolean =>
  kind === 'network' || status === 408 || status === 502 || status === 504

/** Whether it is sure that nothing of what was asked for was done: Google looked at it, and said no. */
export const wasRefused = ({ status }: GoogleFault): boolean =>
  (status >= 400 && status < 500 && status !== 408) || status === 0

export const isGoogleError = (value: unknown): value is GoogleError =>
  value instanceof Error && 'fault' in value

/**
 * What a human has to do about a fault, if it is one that only a human can mend; `account` is our address.
 */
export function parkedBy(fault: GoogleFault, account: string): Parked | null {
  const message = remedy(fault.kind, account)
  return message === null ? null : { reason: fault.kind, message }
}

function remedy(kind: FaultKind, account: string): string | null {
  switch (kind) {
    case 'unauthorised':
      return 'Google refuse la clé du compte de service. Vérifiez GOOGLE_SERVICE_ACCOUNT.'
    case 'key':
      return 'La clé du compte de service ne se lit pas. Collez de nouveau dans GOOGLE_SERVICE_ACCOUNT le fichier JSON entier, tel que Google l’a donné.'
    case 'forbidden':
      return `Le classeur n’est pas partagé. Partagez-le, comme Éditeur, avec ${account}`
    case 'missing':
      return `Le classeur est introuvable. Vérifiez SPREADSHEET_ID, et que le classeur est partagé, comme Éditeur, avec ${account}`
    case 'office':
      return `Le classeur est un fichier Office. Ouvrez-le dans Google Sheets, « Enregistrer au format Google Sheets », puis partagez le nouveau, comme Éditeur, avec ${account}`
    case 'protected':
      return `Une protection de la feuille empêche l’écriture. Retirez-la, ou ajoutez-y ${account}`
    case 'full':
      return 'Le classeur a atteint la limite de cellules de Google. Supprimez des onglets ou des lignes vides.'
    case 'quota':
    case 'unavailable':
    case 'network':
    case 'moved':
    case 'too-large':
    case 'invalid':
      return null
    default:
      return kind satisfies never
  }
}
