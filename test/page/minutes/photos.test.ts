import { strToU8, unzipSync } from 'fflate'
import { beforeEach, describe, expect, test } from 'vitest'
import { bomb, docx, jpeg, pdf, png, tells, textOf, told } from '../../support/photo.ts'
import { ask } from '../../support/worker.ts'
import { confirmedMeeting, personalLinks, post } from './meeting.ts'

const photo = jpeg(...Object.values(told))
let minutes: string

beforeEach(async () => {
  const meeting = await confirmedMeeting()
  await post(`/coordination/rencontres/${meeting}`, [
    ['action', 'designate'],
    ['name.0', 'Rapporteuse exemple'],
  ])
  const [link = ''] = await personalLinks(meeting)
  minutes = /CR-\d+/.exec(link)?.[0] ?? ''
})

function send(bytes: Uint8Array<ArrayBuffer>, language = 'fr'): Promise<Response> {
  const body = new FormData()
  body.set('file', new File([bytes], 'photos'))
  return ask(`/coordination/comptes-rendus/${minutes}/fichier?lang=${language}`, {
    method: 'POST',
    headers: { origin: 'http://recueil.test' },
    body,
  })
}

async function fetched(): Promise<Uint8Array> {
  const page = await (await ask(`/coordination/comptes-rendus/${minutes}`)).text()
  const [address = ''] = /\/coordination\/comptes-rendus\/CR-\d+\/fichiers\/[0-9a-f-]{36}/.exec(page) ?? []
  const response = await ask(address)
  const bytes = new Uint8Array(await response.arrayBuffer())
  expect(response.headers.get('content-length')).toBe(String(bytes.length))
  return bytes
}

describe('photos in a document that the coordinator laid out', () => {
  test('do not say where they were taken, in a PDF', async () => {
    const sent = pdf(photo)
    expect((await send(sent)).status).toBe(303)
    const kept = await fetched()
    expect([tells(sent), tells(kept)]).toEqual([true, false])
    expect(kept).toHaveLength(sent.length)
    expect(textOf(kept)).toContain(textOf(jpeg().subarray(2)))
  })

  test.each([0, 6] as const)('do not, in a Word document (compressed: %s)', async (level) => {
    const sent = docx({ 'word/media/image1.jpg': photo, 'word/media/image2.png': png() }, level)
    expect((await send(sent)).status).toBe(303)
    const [had, has] = [unzipSync(sent), unzipSync(await fetched())]
    expect(Object.values(had).some(tells)).toBe(true)
    expect(Object.values(has).some(tells)).toBe(false)
    expect(has['word/media/image1.jpg']).toHaveLength(photo.length)
    expect({ ...has, 'word/media/image1.jpg': photo }).toEqual({ ...had })
  })

  test('are not touched where the document is signed: it is refused, in the language of the page', async () => {
    const signed = pdf(photo, '<</Type/Sig/ByteRange[0 840 960 240]>>\n')
    const refused = await send(signed)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('romprait la signature')
    expect(await (await send(signed, 'en')).text()).toContain('would break the signature')
    const signature = { '_xmlsignatures/sig1.xml': strToU8('<Signature/>') }
    expect((await send(docx({ 'word/media/image1.jpg': photo, ...signature }))).status).toBe(422)
  })

  test('that are far more than they seem are refused', async () => {
    expect(await (await send(bomb())).text()).toContain('20 Mo une fois décompressées')
    const refused = await send(bomb(1000))
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Une image de ce document Word ne peut pas être lue')
  })
})
