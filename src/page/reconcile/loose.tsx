import type { Locale } from '../../form/text.ts'
import type { DirectoryForm } from '../../record/campaign/index.ts'
import type { StoredRecord } from '../../record/index.ts'
import type { LooseName } from '../../record/reconcile/index.ts'
import { formatNumber } from '../format.ts'
import { StackCell, StackRow, StackTable } from '../stack-table.tsx'
import { word } from '../words.ts'

type Props = {
  readonly directory: DirectoryForm
  readonly names: readonly LooseName[]
  readonly members: readonly StoredRecord[]
  readonly locale: Locale
}

/** The names that the directory does not have, each with whose it may be. */
export function LooseTable({ directory, names, members, locale }: Props) {
  if (names.length === 0) return <p>{word(locale, 'reconcileNoNames')}</p>
  const labels = ['reconcileName', 'reconcileRecords', 'reconcileMember'] as const
  const nameOf = ({ answers, reference }: StoredRecord) =>
    String(answers[directory.directory.name] ?? reference)
  return (
    <>
      <p class="hint">{word(locale, 'reconcileNamesLead')}</p>
      <StackTable labels={labels.map((label) => word(locale, label))}>
        {names.map(({ name, count, suggestions }, index) => (
          <StackRow head={name}>
            <StackCell label={word(locale, 'reconcileRecords')}>{formatNumber(count, locale)}</StackCell>
            <StackCell label={word(locale, 'reconcileMember')}>
              <form method="post">
                <input type="hidden" name="name" value={name} />
                {suggestions.map(({ member, exact }) => (
                  <button
                    type="submit"
                    name="action"
                    value={`link:${member.reference}`}
                    class={exact ? undefined : 'second'}
                  >
                    {word(locale, 'reconcileIs', { name: nameOf(member) })}
                  </button>
                ))}
                <details>
                  <summary>{word(locale, 'reconcileOther')}</summary>
                  <label for={`page-membre-${index}`}>{word(locale, 'reconcileMember')}</label>
                  <select id={`page-membre-${index}`} name="member">
                    {members.map((member) => (
                      <option value={member.reference}>{nameOf(member)}</option>
                    ))}
                  </select>
                  <button type="submit" name="action" value="link" class="second">
                    {word(locale, 'reconcileLink')}
                  </button>
                </details>
              </form>
              <a
                href={`/formulaires/${directory.id}?${directory.directory.name}=${encodeURIComponent(name)}`}
              >
                {word(locale, 'reconcileAdd')}
              </a>
            </StackCell>
          </StackRow>
        ))}
      </StackTable>
    </>
  )
}
