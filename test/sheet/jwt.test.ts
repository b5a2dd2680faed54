import fc from 'fast-check'
import { compactVerify, exportPKCS8, generateKeyPair } from 'jose'
import { describe, expect, test } from 'vitest'
import { readPrivateKey, signedJwt } from '../../src/sheet/jwt.ts'

describe('a signed token', () => {
  test('is one to another library, whatever it claims, and to no other key', async () => {
    const [own, other] = await Promise.all([0, 1].map(() => generateKeyPair('RS256', { extractable: true })))
    if (!own || !other) throw new Error('no keys')
    const key = await readPrivateKey(await exportPKCS8(own.privateKey))
    const claim = fc.dictionary(
      fc.string({ unit: 'binary' }),
      fc.oneof(fc.string({ unit: 'binary' }), fc.integer()),
    )
    await fc.assert(
      fc.asyncProperty(claim, async (claims) => {
        const { payload, protectedHeader } = await compactVerify(await signedJwt(key, claims), own.publicKey)
        expect(protectedHeader).toEqual({ alg: 'RS256', typ: 'JWT' })
        expect(new TextDecoder().decode(payload)).toBe(
          new TextDecoder().decode(new TextEncoder().encode(JSON.stringify(claims))),
        )
      }),
      { numRuns: 50 },
    )
    await expect(compactVerify(await signedJwt(key, {}), other.publicKey)).rejects.toThrow('signature')
  }, 30_000)

  test.each(['', 'une clé', '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----'])(
    'is not made with what is no key: %j',
    async (pem) => {
      await expect(readPrivateKey(pem)).rejects.toThrow()
    },
  )
})
