import type { Text } from './form/text.ts'

/** One fault at one place of what was sent: a JSON pointer (RFC 6901) into the answers, and what to do about it. */
export type Issue = { readonly pointer: string; readonly message: Text }

type Entry = { readonly status: number; readonly title: Text }

/** Every refusal Recueil can give. The key is the last part of the problem's `type` URI (RFC 9457). */
const catalogue = {
  'invalid-body': {
    status: 400,
    title: { fr: 'Le contenu envoyé ne peut pas être lu.', en: 'The content sent cannot be read.' },
  },
  'not-signed-in': { status: 401, title: { fr: 'Connectez-vous pour continuer.', en: 'Sign in to go on.' } },
  'bad-signature': {
    status: 401,
    title: {
      fr: 'La signature de cette demande n’est pas la bonne, ou son heure est trop éloignée de la nôtre.',
      en: 'The signature of this request is not right, or its time is too far from ours.',
    },
  },
  'not-allowed': {
    status: 403,
    title: { fr: 'Vous n’avez pas le droit de faire cela.', en: 'You are not allowed to do this.' },
  },
  'cross-site': {
    status: 403,
    title: {
      fr: 'Cette demande vient d’un autre site\u00a0; elle a été refusée.',
      en: 'This request came from another site and was refused.',
    },
  },
  locked: {
    status: 403,
    title: {
      fr: 'Cette fiche ne se corrige plus par son lien\u00a0: adressez-vous à la coordination.',
      en: 'This record can no longer be corrected by its link: write to the coordination.',
    },
  },
  'not-found': { status: 404, title: { fr: 'Cette page n’existe pas.', en: 'There is nothing here.' } },
  'same-id-other-answers': {
    status: 409,
    title: {
      fr: 'Cette fiche a déjà été reçue avec d’autres réponses. Corrigez-la par son lien, ou envoyez une nouvelle fiche.',
      en: 'This record was already received with other answers. Correct it by its edit link, or send a new one.',
    },
  },
  'transition-refused': {
    status: 409,
    title: {
      fr: 'Ce changement de statut n’est pas possible.',
      en: 'This change of status is not possible.',
    },
  },
  erased: { status: 410, title: { fr: 'Cette fiche a été effacée.', en: 'This record was erased.' } },
  'revision-stale': {
    status: 412,
    title: { fr: 'La fiche a changé entre-temps.', en: 'The record has changed in the meantime.' },
  },
  'too-large': {
    status: 413,
    title: { fr: 'Le contenu envoyé est trop volumineux.', en: 'The content sent is too large.' },
  },
  'unsupported-type': {
    status: 415,
    title: { fr: 'Ce type de contenu n’est pas accepté ici.', en: 'This content type is not accepted here.' },
  },
  invalid: {
    status: 422,
    title: { fr: 'Certaines réponses sont à corriger.', en: 'Some answers need correcting.' },
  },
  'revision-required': {
    status: 428,
    title: {
      fr: 'Indiquez la révision que vous modifiez (If-Match).',
      en: 'Say which revision you are changing (If-Match).',
    },
  },
  'too-many': {
    status: 429,
    title: {
      fr: 'Trop de demandes en peu de temps. Réessayez dans une minute.',
      en: 'Too many requests in a short time. Try again in a minute.',
    },
  },
  internal: {
    status: 500,
    title: {
      fr: 'Une erreur est survenue\u00a0; rien n’a été perdu de ce qui était enregistré.',
      en: 'Something went wrong; nothing already recorded was lost.',
    },
  },
  unencrypted: {
    status: 403,
    title: { fr: 'Ce site ne répond qu’en https.', en: 'This site answers over https alone.' },
  },
  misconfigured: {
    status: 503,
    title: {
      fr: 'Ce site est mal réglé\u00a0: il ne répond pas tant que la personne qui le tient ne l’a pas corrigé.',
      en: 'This site is set up wrongly: it does not answer until whoever runs it has mended it.',
    },
  },
} as const satisfies Record<string, Entry>

export type ProblemCode = keyof typeof catalogue

export type Problem = Error & {
  readonly code: ProblemCode
  readonly status: number
  readonly title: Text
  readonly detail: Text | null
  readonly errors: readonly Issue[]
  /** Members of the answer beyond RFC 9457's, such as the record as it stands now. */
  readonly extension: Readonly<Record<string, unknown>>
}

type Particulars = Partial<Pick<Problem, 'detail' | 'errors' | 'extension'>>

/** An Error to throw, with all that its RFC 9457 answer needs; `api` and `page` show it each in their way. */
export function problem(code: ProblemCode, particulars: Particulars = {}): Problem {
  const { status, title } = catalogue[code]
  return Object.assign(new Error(title.en), {
    code,
    status,
    title,
    detail: particulars.detail ?? null,
    errors: particulars.errors ?? [],
    extension: particulars.extension ?? {},
  })
}

/** Whether a caught value came from `problem`. */
export function isProblem(value: unknown): value is Problem {
  return (
    value instanceof Error &&
    'code' in value &&
    typeof value.code === 'string' &&
    Object.hasOwn(catalogue, value.code)
  )
}
