import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { gridRows } from './grid.ts'
import { startRecueil, until } from './recueil.ts'

describe('Recueil killed between a commit and the mirror', () => {
  test('shows the row by itself once it is started again', async () => {
    const first = await startRecueil(8921)
    await until(async () => (await gridRows(first, "Plan d'action")).length === 14)
    // A write that is cut off is another matter: new rows then wait for minutes, so that none is doubled (decision 003).
    await until(async () => {
      const state = await fetch(`${first.url}/api/v1/sync`)
      return ((await state.json()) as { readonly pending: number }).pending === 0
    })
    const accepted = await fetch(`${first.url}/api/v1/forms/terme/records`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id: crypto.randomUUID(), answers: { terme: 'migration irrégulière' } }),
    })
    expect(accepted.status).toBe(201)
    await first.kill()

    const second = await startRecueil(8921, first.stateFolder)
    await until(async () => (await gridRows(second, 'Lexique')).length === 1)
    expect(await gridRows(second, 'Lexique')).toMatchObject([
      { ID: 'LX-0001', 'Terme retenu': 'migration irrégulière' },
    ])
    expect(await gridRows(second, "Plan d'action")).toHaveLength(14)
    expect(await second.interrupt()).toBe(0)
    await expect(fetch(`${second.url}/health`)).rejects.toThrow()
    await expect(fetch(second.sheetUrl)).rejects.toThrow()
  })

  test('says in one line that its port or its folder is taken', async () => {
    const running = await startRecueil(8931)
    await expect(startRecueil(8931)).rejects.toThrow(/le port 8931 est déjà pris/)
    await expect(startRecueil(8933, running.stateFolder)).rejects.toThrow(/déjà utilisé par un autre Recueil/)
    await running.kill()
  })

  test('says in one line that its state is broken', async () => {
    const running = await startRecueil(8935)
    await running.interrupt()
    const databases = join(running.stateFolder, 'v3/d1/miniflare-D1DatabaseObject')
    for (const name of await readdir(databases)) {
      if (name.startsWith('metadata')) continue
      if (name.endsWith('.sqlite'))
        await writeFile(join(databases, name), 'nothing like a database'.repeat(1000))
      else await rm(join(databases, name))
    }
    await expect(startRecueil(8935, running.stateFolder)).rejects.toThrow(/ne s’ouvre pas|est abîmé/)
    const sheet = await startRecueil(8937)
    await sheet.interrupt()
    await writeFile(join(sheet.stateFolder, 'sheet/sheet.json'), '{')
    await expect(startRecueil(8937, sheet.stateFolder)).rejects.toThrow(/sheet\.json/)
    // Four starts, each of which takes a while on a busy machine.
  }, 180_000)
})
