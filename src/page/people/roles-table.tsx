import type { Locale } from '../../form/text.ts'
import { StackCell, StackRow, StackTable } from '../stack-table.tsx'
import { word } from '../words.ts'
import { allowedTo, callers } from './roles.ts'

/** What each caller may do, with the very routes of the table behind a click. */
export function RolesTable({ locale }: { locale: Locale }) {
  const labels = (['peopleArea', 'peopleMay', 'peopleAddresses'] as const).map((key) => word(locale, key))
  return (
    <>
      {callers.map((caller) => (
        <>
          <h3>{word(locale, `peopleCaller.${caller}`)}</h3>
          <StackTable labels={labels}>
            {allowedTo(caller, locale).map(({ area, may, rules }) => (
              <StackRow head={area}>
                <StackCell label={word(locale, 'peopleMay')}>{word(locale, `peopleMay.${may}`)}</StackCell>
                <StackCell label={word(locale, 'peopleAddresses')}>
                  <details>
                    <summary>
                      {rules.length}
                      <span class="hidden">
                        {' '}
                        {word(locale, 'peopleAddresses')}, {area}
                      </span>
                    </summary>
                    <ul>
                      {rules.map(({ methods, path, gives }) => (
                        <li>
                          <code>
                            {methods.join(', ')} {path}
                          </code>{' '}
                          <span lang="en">{gives}</span>
                        </li>
                      ))}
                    </ul>
                  </details>
                </StackCell>
              </StackRow>
            ))}
          </StackTable>
        </>
      ))}
    </>
  )
}
