import { describe, expect, test } from 'vitest'
import { gridRows } from './grid.ts'
import { startRecueil, until } from './recueil.ts'

describe('Recueil killed between a commit and the mirror', () => {
  test('shows the row by itself once it is started again', async () => {
    const first = await startRecueil(8921)
    await until(async () => (await gridRows(first, "Plan d'action")).length === 14)
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

  test('says in one line that its port is taken', async () => {
    const running = await startRecueil(8931)
    await expect(startRecueil(8931)).rejects.toThrow(/le port 8931 est déjà pris/)
    await running.kill()
  })
})
