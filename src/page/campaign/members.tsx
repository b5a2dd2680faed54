import type { Locale } from '../../form/text.ts'
import type { AskedMember, Campaign } from '../../record/campaign/index.ts'
import { CopyButton } from '../copy-button.tsx'
import { formatMoment, formatNumber, longDate } from '../format.ts'
import { LinkActions } from '../link-actions.tsx'
import { StackCell, StackRow, StackTable } from '../stack-table.tsx'
import { word } from '../words.ts'
import { stateWords } from './state-words.ts'

type Props = {
  readonly campaign: Campaign
  readonly members: readonly AskedMember[]
  readonly locale: Locale
}

/** Every organisation that was asked: where it stands, and its link. */
export function MembersTable({ campaign, members, locale }: Props) {
  const labels = ['campaignMember', 'campaignState', 'campaignRecords', 'campaignLink'] as const
  return (
    <StackTable labels={labels.map((label) => word(locale, label))}>
      {members.map((member) => (
        <StackRow head={member.name}>
          <StackCell label={word(locale, 'campaignState')}>
            <span class="tag">{word(locale, stateWords[member.state])}</span>
            {member.answeredAt === null ? null : (
              <span class="when">{formatMoment(member.answeredAt, locale)}</span>
            )}
          </StackCell>
          <StackCell label={word(locale, 'campaignRecords')}>
            {formatNumber(member.records, locale)}
          </StackCell>
          <StackCell label={word(locale, 'campaignLink')}>
            <MemberLink campaign={campaign} member={member} locale={locale} />
          </StackCell>
        </StackRow>
      ))}
    </StackTable>
  )
}

function MemberLink({ campaign, member, locale }: Omit<Props, 'members'> & { readonly member: AskedMember }) {
  const id = `page-lien-${member.reference}`
  const mail = mailTo(campaign, member, locale)
  return (
    <details>
      <summary>
        {word(locale, 'campaignLink')}
        <span class="hidden"> ({member.name})</span>
      </summary>
      {member.address === null ? (
        <p>{word(locale, 'linkNone')}</p>
      ) : (
        <>
          <p class="hint">
            {word(locale, 'linkUntil', { date: formatMoment(member.linkExpiresAt, locale) })}
          </p>
          <input
            type="text"
            readonly
            id={id}
            value={member.address}
            aria-label={word(locale, 'campaignLinkOf', { name: member.name })}
          />
          <div class="actions">
            <CopyButton of={id} locale={locale} />
            {mail === null ? (
              <span class="hint">{word(locale, 'campaignNoAddress')}</span>
            ) : (
              <a href={mail}>{word(locale, 'campaignMail')}</a>
            )}
          </div>
        </>
      )}
      <LinkActions
        address=""
        fields={{ member: member.reference }}
        renew="replace"
        revoke={member.address === null ? null : 'revoke'}
        locale={locale}
      />
    </details>
  )
}

/** A message with the link, ready to be sent from the coordinator's own mail program; null without an address. */
function mailTo(
  { form, record }: Campaign,
  { addresses, address }: AskedMember,
  locale: Locale,
): string | null {
  if (addresses.length === 0 || address === null) return null
  const title = String(record.answers[form.titleField] ?? record.reference)
  const date = longDate(String(record.answers[form.campaign.closing] ?? ''), locale)
  const subject = word(locale, 'campaignMailSubject', { title })
  const body = word(locale, 'campaignMailText', { date, link: address })
  const to = addresses.map(encodeURIComponent).join(',')
  return `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`
}
