import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { catalogue } from '../forms/index.ts'
import { checkCatalogue } from '../src/form/check-catalogue.ts'

const here = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url).href)
const target = here('src/page/assets.ts')

/** A file a page links to: minified, under a path that changes with its content. */
async function asset(entry: string, name: string, extension: 'css' | 'js', type: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [here(entry)],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: ['chrome90', 'firefox90', 'safari15'],
    legalComments: 'none',
    charset: 'utf8',
  })
  const body = outputFiles[0]?.text ?? ''
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12)
  const fields = { path: `/${name}.${hash}.${extension}`, type, body }
  return `export const ${name}: Asset = ${JSON.stringify(fields, null, 2)}\n`
}

/** Stops at a form that is wrong, then writes src/page/assets.ts, from which the Worker serves the stylesheet and the browser scripts. */
export async function buildAssets(): Promise<void> {
  checkCatalogue(catalogue)
  const parts = await Promise.all([
    asset('src/page/style/index.css', 'style', 'css', 'text/css; charset=utf-8'),
    asset('src/page/script/form.ts', 'formScript', 'js', 'text/javascript; charset=utf-8'),
    asset('src/page/script/address.ts', 'addressScript', 'js', 'text/javascript; charset=utf-8'),
    asset('src/page/script/inbox.ts', 'inboxScript', 'js', 'text/javascript; charset=utf-8'),
    asset('src/page/script/proof.ts', 'proofScript', 'js', 'text/javascript; charset=utf-8'),
  ])
  const source = [
    '// Made by dev/build.ts from src/page/style/ and src/page/script/. Not to be edited, not kept in git.\n',
    'export type Asset = { readonly path: string; readonly type: string; readonly body: string }\n',
    ...parts,
  ].join('\n')
  const present = await readFile(target, 'utf8').catch(() => '')
  // Left alone when nothing changed, so that watchers have nothing to do.
  if (present !== source) await writeFile(target, source)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAssets()
