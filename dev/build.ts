import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { catalogue } from '../forms/index.ts'
import { protectiveHeaders } from '../src/access/headers.ts'
import { checkCatalogue } from '../src/form/check-catalogue.ts'

const here = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url).href)
const target = here('src/page/assets.ts')
/** What `[assets]` in wrangler.toml has Cloudflare serve without starting the Worker, which is lighter without it. */
const folder = here('dist/assets')

/** A file a page links to: minified, under a name that changes with its content. */
type AssetFile = { readonly constant: string; readonly name: string; readonly body: string }

async function bundle(entry: string, constant: string, extension: 'css' | 'js'): Promise<AssetFile> {
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
  return { constant, name: `${constant}.${hash}.${extension}`, body }
}

/** The headers of every asset, as Cloudflare reads them: a name holds a hash of the content, so it may be kept for ever. */
const headersFile = [
  '/*',
  ...Object.entries({
    ...protectiveHeaders,
    'cache-control': 'public, max-age=31536000, immutable',
  }).map(([name, value]) => `  ${name}: ${value}`),
  '',
].join('\n')

/** Stops at a form that is wrong, then writes the stylesheet and the browser scripts, and src/page/assets.ts with their paths. */
export async function buildAssets(): Promise<void> {
  checkCatalogue(catalogue)
  const files = await Promise.all([
    bundle('src/page/style/index.css', 'style', 'css'),
    bundle('src/page/script/form.ts', 'formScript', 'js'),
    bundle('src/page/script/address.ts', 'addressScript', 'js'),
    bundle('src/page/script/inbox.ts', 'inboxScript', 'js'),
    bundle('src/page/script/proof.ts', 'proofScript', 'js'),
  ])
  await mkdir(folder, { recursive: true })
  const kept = new Set(['_headers', ...files.map(({ name }) => name)])
  for (const name of await readdir(folder)) if (!kept.has(name)) await rm(join(folder, name))
  await writeChanged(join(folder, '_headers'), headersFile)
  for (const { name, body } of files) await writeChanged(join(folder, name), body)
  const source = [
    '// Made by dev/build.ts from src/page/style/ and src/page/script/. Not to be edited, not kept in git.\n',
    ...files.map(({ constant, name }) => `export const ${constant} = { path: '/${name}' } as const\n`),
  ].join('\n')
  await writeChanged(target, source)
}

/** Leaves a file alone when nothing changed, so that watchers have nothing to do. */
async function writeChanged(path: string, content: string): Promise<void> {
  const present = await readFile(path, 'utf8').catch(() => '')
  if (present !== content) await writeFile(path, content)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAssets()
