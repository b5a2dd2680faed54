import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { ask } from '../support/worker.ts'

test('the coordinator reads the register and takes it away as a Word file', async () => {
  const page = await (await ask('/coordination/registre')).text()
  expect(page).toContain('Registre des traitements')
  expect(page).toContain('À COMPLÉTER')
  expect(page).toContain('<a href="/coordination/reglages">')
  expect(page).toContain('preuve d’un accord')
  const file = await ask('/coordination/registre.docx')
  expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="registre-.*\.docx"$/)
  const parts = unzipSync(new Uint8Array(await file.arrayBuffer()))
  const words = new TextDecoder().decode(parts['word/document.xml'])
  for (const said of ['article 49', 'article 30', 'Prénom et nom', 'Durée de conservation'])
    expect(words).toContain(said)
})
