import * as v from 'valibot'
import { NAME } from '../address.ts'
import { say } from '../input-words.ts'

const mailbox = v.pipe(
  v.string(say('type')),
  v.maxLength(254, say('mailbox')),
  v.check(isMailbox, say('mailbox')),
)
/** Who writes to which list. */
export const correspondence = v.strictObject({ from: mailbox, to: mailbox }, say('type'))
/** Who writes to which list in Mailman. */
export const mailmanSettings = v.strictObject(
  {
    from: mailbox,
    to: mailbox,
    listId: v.pipe(
      v.string(say('type')),
      v.maxLength(254, say('listId')),
      v.regex(/^[a-z0-9_+-]+(\.[a-z0-9_+-]+)+$/i, say('listId')),
    ),
  },
  say('type'),
)
/** Printable ASCII: Mailman 3.3 answers 500 to a password with anything else. */
const phrase = (message: 'user' | 'password') =>
  v.pipe(v.string(say('type')), v.regex(/^[ -~]{1,200}$/, say(message)))
/** What opens Mailman's REST API. */
export const credentials = v.strictObject(
  {
    // RFC 7617: the first colon ends the name.
    user: v.pipe(
      phrase('user'),
      v.check((text) => !text.includes(':'), say('user')),
    ),
    password: phrase('password'),
  },
  say('type'),
)

/** An address as headers carry it: a plain local part (RFC 5322 dot-atom, less what few allow) at a DNS name. */
function isMailbox(text: string): boolean {
  const [local = '', domain = '', ...rest] = text.split('@')
  return rest.length === 0 && /^(?=.{1,64}$)[\w+=-]+(\.[\w+=-]+)*$/.test(local) && NAME.test(domain)
}

/** A list's address as an endpoint's. Pure. */
export const mailto = (mailbox: string): string => `mailto:${mailbox}`
