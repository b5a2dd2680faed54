import type { Form } from '../../form/definition/index.ts'
import type { Names } from '../../form/names.ts'
import { labelOfReference } from '../../form/names.ts'
import type { Locale } from '../../form/text.ts'
import type { Attendee } from '../../record/index.ts'
import { QrCode } from '../qr.tsx'
import { word } from '../words.ts'

type Props = {
  readonly form: Form
  /** Where the form is filled in, the meeting already chosen. */
  readonly address: string
  /** The path of the page itself. */
  readonly here: string
  readonly isClosed: boolean
  readonly present: readonly Attendee[]
  readonly names: Names
  readonly locale: Locale
}

/** The code to scan at the door, and who has signed in. */
export function AttendancePart({ form, address, here, isClosed, present, names, locale }: Props) {
  return (
    <section aria-labelledby="page-presences">
      <h2 id="page-presences">{word(locale, 'attendance')}</h2>
      <div class="attendance">
        {isClosed ? (
          <p class="notice">{word(locale, 'attendanceClosed')}</p>
        ) : (
          <div>
            <p>
              {word(locale, 'attendanceScan')} <a href={address}>{address}</a>
            </p>
            <QrCode text={address} label={word(locale, 'attendanceCode')} />
          </div>
        )}
        <div>
          <p>
            <strong>{word(locale, 'attendanceCount', { n: present.length })}</strong>{' '}
            <a href={here}>{word(locale, 'refresh')}</a>
          </p>
          {present.length === 0 ? (
            <p>{word(locale, 'attendanceNone')}</p>
          ) : (
            <ul>
              {present.map((one) => (
                <li>
                  {one.name}, {organisationOf(form, names, one)}
                  {one.consents ? null : <span class="hint"> ({word(locale, 'notNamed')})</span>}
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </section>
  )
}

function organisationOf(form: Form, names: Names, { organisation }: Attendee): string {
  const field = form.fields.find(({ name }) => name === form.attendance?.organisation)
  return field ? labelOfReference(names, field, organisation) : organisation
}
