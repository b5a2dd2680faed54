import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { zip } from '../../src/archive/zip.ts'

const files = fc.uniqueArray(
  fc.record({
    name: fc.stringMatching(/^[a-zé][a-zé0-9 .-]{0,20}$/),
    // Some that compress, some that do not.
    bytes: fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.nat(5000).map((length) => new Uint8Array(length)),
    ),
  }),
  { selector: ({ name }) => name, maxLength: 6 },
)

test('an archive gives back what was put in it, and is the same bytes each time', async () => {
  await fc.assert(
    fc.asyncProperty(files, async (entries) => {
      const archive = await zip(entries)
      // What is read is checked against its CRC below; here against what went in.
      expect(Object.entries(unzipSync(archive)).map(([name, bytes]) => [name, [...bytes]])).toEqual(
        entries.map(({ name, bytes }) => [name, [...bytes]]),
      )
      expect(await zip(entries)).toEqual(archive)
    }),
    { numRuns: 50 },
  )
})

test('an archive has the CRC-32 and the sizes of what is in it', async () => {
  const bytes = new TextEncoder().encode('123456789')
  const archive = new DataView((await zip([{ name: 'a', bytes }])).buffer)
  // The check value of CRC-32 (RFC 1952's polynomial), and 1 January 1980.
  expect(archive.getUint32(14, true)).toBe(0xcbf43926)
  expect(archive.getUint32(22, true)).toBe(9)
  expect(archive.getUint16(12, true)).toBe(0x0021)
})
