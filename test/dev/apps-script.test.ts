import { beforeEach, describe, expect, test, vi } from 'vitest'
import { verify } from '../../src/sheet/hint.ts'
import { appsScript, type Sent } from './apps-script.ts'

const secret = '5f'.repeat(32)
const address = 'https://recueil.example/api/v1/sync/hint'

let google: ReturnType<typeof appsScript>
beforeEach(() => {
  google = appsScript({ ADRESSE: address, SECRET: secret })
})

const edit = () => google.run('prevenirRecueil', { range: {}, value: 'Terminée' })
const edits = (count: number) => () => {
  for (let made = 0; made < count; made++) edit()
}
const isAccepted = ({ headers, payload }: Sent) =>
  verify(secret, headers['X-Recueil-Timestamp'], headers['X-Recueil-Signature'], payload, google.now)

describe('an edit', () => {
  test('sends one hint, which says nothing of it and which Recueil accepts', async () => {
    edit()
    expect(google.sent).toEqual([
      {
        url: address,
        method: 'post',
        contentType: 'application/json',
        headers: expect.any(Object),
        payload: '{}',
        followRedirects: false,
        muteHttpExceptions: true,
      },
    ])
    for (const sent of google.sent) expect(await isAccepted(sent)).toBe(true)
  })

  test('is signed as Recueil reads it whatever the bytes of the signature are', async () => {
    for (let made = 0; made < 50; made++) edit()
    expect(google.sent).toHaveLength(50)
    for (const { headers, payload } of google.sent) {
      const timestamp = headers['X-Recueil-Timestamp']
      const at = Number(timestamp) * 1000
      expect(await verify(secret, timestamp, headers['X-Recueil-Signature'], payload, at)).toBe(true)
    }
  })

  test('shares its hint with nine others made at once, and with the change that Google tells beside it', () => {
    const others = vi.fn(() => {
      edits(9)()
      google.run('prevenirRecueil', { changeType: 'EDIT' })
    })
    google.whileWaiting = others
    edit()
    expect(others).toHaveBeenCalledOnce()
    expect(google.sent).toHaveLength(1)
  })

  test('made while a hint is under way has one of its own after it', () => {
    google.whileSending = edits(10)
    edit()
    expect(google.sent).toHaveLength(2)
  })

  test('made just before the lock is let go has one too', () => {
    google.beforeRelease = edit
    edit()
    expect(google.sent).toHaveLength(2)
  })

  test('is not told when it only changes how cells look, and is when it changes their places', () => {
    google.run('prevenirRecueil', { changeType: 'FORMAT' })
    expect(google.sent).toHaveLength(0)
    google.run('prevenirRecueil', { changeType: 'REMOVE_ROW' })
    expect(google.sent).toHaveLength(1)
  })
})

describe('somebody who edits without a stop', () => {
  test('keeps a run for 2 minutes at most; the next edit goes on', () => {
    const again = () => {
      edit()
      google.whileSending = again
    }
    google.whileSending = again
    const start = google.now
    edit()
    expect(google.now - start).toBeLessThanOrEqual(121_000)
    const before = google.sent.length
    google.whileSending = () => {}
    edit()
    expect(google.sent).toHaveLength(before + 1)
  })
})

describe('a hint that fails', () => {
  test.each([503, 401, new Error('Address unavailable')])(
    '(%s) disturbs nobody, and is not tried again before 5 minutes',
    (answer) => {
      google.answer = answer
      edit()
      edit()
      expect(google.sent).toHaveLength(1)
      google.answer = 202
      google.now += 301_000
      edit()
      expect(google.sent).toHaveLength(2)
    },
  )

  test('for want of an address or a secret disturbs nobody either', () => {
    google = appsScript({ ADRESSE: address })
    edit()
    expect(google.sent).toHaveLength(0)
    expect(google.logged).toEqual(['Renseignez ADRESSE et SECRET dans les propriétés du script.'])
  })
})

describe('by hand', () => {
  test('the two triggers are put in place once, however often', () => {
    google.run('installer')
    google.run('installer')
    expect(google.triggers.map(({ handler, on }) => `${handler} ${on}`)).toEqual([
      'prevenirRecueil edit',
      'prevenirRecueil change',
    ])
  })

  test('and taken away, those of other scripts left', () => {
    google.triggers.push({ handler: 'autre', on: 'edit', getHandlerFunction: () => 'autre' })
    google.run('installer')
    google.run('desinstaller')
    expect(google.triggers.map(({ handler }) => handler)).toEqual(['autre'])
  })

  test('what is wrong is said, nothing is installed, and a check that goes well ends the pause', () => {
    google.answer = 401
    expect(() => google.run('installer')).toThrow('réponse 401')
    expect(google.triggers).toEqual([])
    edit()
    google.answer = 202
    google.run('verifier')
    edit()
    expect(google.sent).toHaveLength(4)
  })
})
