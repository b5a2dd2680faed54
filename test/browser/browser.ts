import { existsSync } from 'node:fs'
import { join } from 'node:path'
import sparticuz, { inflate } from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'

const packed = join(import.meta.dirname, '../../node_modules/@sparticuz/chromium/bin/al2023.tar.br')

/** Chromium from the npm package, with the libraries it brings where the machine has none of its own. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = await sparticuz.executablePath()
  const libraries = join(await inflate(packed), 'lib')
  const hasOwn = ['/usr/lib/x86_64-linux-gnu', '/usr/lib64', '/usr/lib'].some((folder) =>
    existsSync(`${folder}/libnss3.so`),
  )
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-sync',
    ],
    env: { ...process.env, ...(!hasOwn && { LD_LIBRARY_PATH: libraries }) } as Record<string, string>,
    headless: true,
  })
}

/** A small phone, in French. */
export const phone = { viewport: { width: 390, height: 844 }, locale: 'fr-FR', deviceScaleFactor: 2 } as const
