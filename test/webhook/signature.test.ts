import fc from 'fast-check'
import { Webhook } from 'standardwebhooks'
import { describe, expect, test } from 'vitest'
import { newSecret, open, seal, secretBytes } from '../../src/webhook/secret.ts'
import { sign } from '../../src/webhook/signature.ts'

const master = 'a secret for these tests, long enough to be one'

describe('a signature', () => {
  test('is that of the vector all Standard Webhooks libraries share', async () => {
    const key = secretBytes('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw')
    expect(await sign([key], 'msg_p5jXN8AQM9LWM0D4loKWxJek', 1_614_265_330, '{"test": 2432232314}')).toBe(
      'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    )
  })

  test('is the published library’s, whatever the body', async () => {
    const secret = newSecret()
    await fc.assert(
      fc.asyncProperty(
        fc.uuid(),
        fc.integer({ min: 0, max: 4e9 }),
        fc.string({ unit: 'binary' }),
        async (id, at, body) => {
          const theirs = new Webhook(secret).sign(id, new Date(at * 1_000), body)
          expect(await sign([secretBytes(secret)], id, at, body)).toBe(theirs)
        },
      ),
    )
  })

  test('is one for each secret, in their order', async () => {
    const keys = [newSecret(), newSecret()].map(secretBytes)
    const each = await Promise.all(keys.map((key) => sign([key], 'evt_a', 1, 'b')))
    expect(await sign(keys, 'evt_a', 1, 'b')).toBe(each.join(' '))
  })
})

describe('a secret', () => {
  test('is whsec_ and 32 bytes, never twice the same', () => {
    const secrets = Array.from({ length: 50 }, newSecret)
    expect(new Set(secrets).size).toBe(50)
    for (const secret of secrets) {
      expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
      expect(secretBytes(secret)).toHaveLength(32)
    }
  })

  test('opens with the master secret and the endpoint it was sealed with, and no other', async () => {
    const secret = newSecret()
    const sealed = await seal(master, 'ep_a', secret)
    expect(await open(master, 'ep_a', sealed)).toBe(secret)
    await expect(open(master.toUpperCase(), 'ep_a', sealed)).rejects.toThrow()
    await expect(open(master, 'ep_b', sealed)).rejects.toThrow()
    const bytes = Uint8Array.fromBase64(sealed)
    bytes[20] = (bytes[20] ?? 0) ^ 1
    await expect(open(master, 'ep_a', bytes.toBase64())).rejects.toThrow()
  })

  test('is never sealed twice alike, nor with a weak master secret', async () => {
    const secret = newSecret()
    expect(await seal(master, 'ep_a', secret)).not.toBe(await seal(master, 'ep_a', secret))
    await expect(seal('short', 'ep_a', secret)).rejects.toThrow('RECUEIL_SECRET')
  })
})
