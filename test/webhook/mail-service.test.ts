import { beforeEach, describe, expect, test } from 'vitest'
import { logOf } from './asker.ts'
import { accepted, addMailbox, announce } from './mail-support.ts'
import * as support from './support.ts'

const { runUntilQuiet, sink } = support

beforeEach(support.forgetEndpoints)

describe('a message through the mail service', () => {
  type Service = NonNullable<support.Sink['delivering']['sendEmail']>
  const coded = (code: string) => Object.assign(new Error(`refused ${code}`), { code })

  async function sendThrough(service: Service | null, timeout?: () => AbortSignal) {
    const mailbox = await addMailbox()
    const { seq } = await announce()
    const sent: Parameters<Service>[] = []
    const sendEmail =
      service === null
        ? null
        : (...message: Parameters<Service>) => {
            sent.push(message)
            return service(...message)
          }
    await runUntilQuiet(sink(accepted, { sendEmail, ...(timeout && { timeout }) }), mailbox.id)
    return { sent, delivery: await logOf(mailbox.id, seq) }
  }

  test('is handed over once, from and to the addresses set, and its id is in the log', async () => {
    const { sent, delivery } = await sendThrough(async () => '<one@service.example>')
    expect(sent).toEqual([
      ['recueil@recueil.example', 'migration@listes.example', expect.stringContaining('\r\nMIME-Version')],
    ])
    expect(delivery).toMatchObject({
      state: 'delivered',
      attempts: [{ outcome: 'delivered', status: null, response: '<one@service.example>' }],
    })
  })

  test.each(['E_SENDER_NOT_VERIFIED', 'E_RATE_LIMIT_EXCEEDED', 'E_RECIPIENT_NOT_ALLOWED'])(
    'that it refuses with %s is tried again',
    async (code) => {
      const { sent, delivery } = await sendThrough(() => Promise.reject(coded(code)))
      expect(sent).toHaveLength(10)
      expect(delivery.state).toBe('failed')
      expect(delivery.attempts[0]).toMatchObject({ error: 'refused', response: `Error: refused ${code}` })
    },
  )

  test.each([
    ['E_INTERNAL_SERVER_ERROR', coded('E_INTERNAL_SERVER_ERROR')],
    ['E_DELIVERY_FAILED', coded('E_DELIVERY_FAILED')],
    ['no code', new Error('Network connection lost.')],
    ['no error at all', 'E_RATE_LIMIT_EXCEEDED'],
  ])('that fails with %s is held', async (_, cause) => {
    const { sent, delivery } = await sendThrough(() => Promise.reject(cause))
    expect(sent).toHaveLength(1)
    expect(delivery).toMatchObject({ state: 'held', attempts: [{ error: 'unclear' }] })
  })

  test('that takes too long is held', async () => {
    const over = new AbortController()
    const { delivery } = await sendThrough(
      () => {
        over.abort()
        return new Promise(() => {})
      },
      () => over.signal,
    )
    expect(delivery).toMatchObject({ state: 'held', attempts: [{ error: 'timeout' }] })
  })

  test('is not sent when there is no service any more, and the log says so', async () => {
    const { delivery } = await sendThrough(null)
    expect(delivery).toMatchObject({ state: 'failed' })
    expect(delivery.attempts[0]).toMatchObject({ error: 'unavailable', outcome: 'retry' })
  })
})
