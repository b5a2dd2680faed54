// English, as an answer must not depend on who looks at it: ODK leaves the language of these two to the form.
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const weekdays = 'Sun Mon Tue Wed Thu Fri Sat'.split(' ')

/**
 * An ISO date-time (UTC) in the words of a format such as '%d/%m/%Y'; '' for ''. The codes are those of
 * docs.getodk.org for format-date, and %H %M of format-date-time; another % stays as it is.
 */
export function formatDate(iso: string, format: string): string {
  if (iso === '') return ''
  const [year = '', month = '', day = ''] = iso.slice(0, 10).split('-')
  const codes: Readonly<Record<string, string | undefined>> = {
    Y: year,
    y: year.slice(2),
    m: month,
    n: String(Number(month)),
    b: months[Number(month) - 1],
    d: day,
    e: String(Number(day)),
    a: weekdays[new Date(iso).getUTCDay()],
    H: iso.slice(11, 13),
    M: iso.slice(14, 16),
  }
  return format.replace(/%([A-Za-z])/g, (whole, code: string) => codes[code] ?? whole)
}
