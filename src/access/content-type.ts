/** Whether a Content-Type is that of an HTML form (WHATWG HTML, 4.10.22). */
export const isFormType = (type: string): boolean =>
  /^\s*(?:application\/x-www-form-urlencoded|multipart\/form-data)\s*(?:;|$)/i.test(type)

/** Whether a Content-Type is JSON, which is UTF-8 (RFC 8259). */
export const isJsonType = (type: string): boolean =>
  /^\s*application\/json\s*(?:;\s*charset\s*=\s*"?utf-?8"?\s*)?$/i.test(type)
