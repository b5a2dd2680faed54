import { access } from './access.ts'
import { browser } from './browser.ts'
import { code } from './code.ts'
import type { Control } from './control.ts'
import { data } from './data.ts'
import { encoding } from './encoding.ts'
import { logging } from './logging.ts'
import { secrets } from './secrets.ts'
import { service } from './service.ts'
import { validation } from './validation.ts'

export { beside } from './beside.ts'
export type { Control, Proof } from './control.ts'

type Chapter = { readonly title: string; readonly controls: readonly Control[] }

/** What answers the items of the OWASP ASVS, chapter by chapter, and which tests hold it. */
export const chapters: readonly Chapter[] = [
  { title: 'V1 Encoding and sanitization', controls: encoding },
  { title: 'V2 Validation and business logic', controls: validation },
  { title: 'V3 Web frontend', controls: browser },
  { title: 'V4 API, V5 Files', controls: service },
  { title: 'V6 Authentication, V7 Sessions, V8 Authorization', controls: access },
  { title: 'V11 Cryptography, V12 Communication, V13 Configuration', controls: secrets },
  { title: 'V14 Data protection', controls: data },
  { title: 'V15 Secure coding', controls: code },
  { title: 'V16 Logging and errors', controls: logging },
]

export const controls: readonly Control[] = chapters.flatMap((chapter) => chapter.controls)
