import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { invalid, isApiError } from '../book/error.ts'
import { parseJson } from '../book/validate.ts'
import { type Action, parseAction } from '../coordinator/action.ts'
import type { Answer, Request } from '../server.ts'
import type { State } from '../state.ts'
import { gridData } from './data.ts'
import { gridPage } from './page.ts'

export type Grid = {
  readonly state: State
  readonly version: () => number
  readonly act: (action: Action) => void
  readonly url: () => string
}

const javascript = 'text/javascript; charset=utf-8'
const assets: ReadonlyMap<string, string> = new Map([
  ['script.js', javascript],
  ['view.js', javascript],
  ['style.css', 'text/css; charset=utf-8'],
])

/** The web grid: `/`, `/grid`, and what its script asks. Google's paths never come here, except unknown ones. */
export function createGrid(grid: Grid): (request: Request) => Answer {
  return (request) => {
    const { method, path, query } = request
    if (method === 'GET' && (path === '/' || path === '/grid')) {
      return answer(200, 'text/html; charset=utf-8', gridPage(grid.state.book, query.get('onglet')))
    }
    const asset = path.startsWith('/grid/') ? path.slice('/grid/'.length) : ''
    const type = assets.get(asset)
    if (method === 'GET' && type !== undefined) {
      return answer(200, type, readFileSync(join(import.meta.dirname, asset), 'utf8'))
    }
    if (method === 'GET' && path === '/grid/version') return json(200, { version: grid.version() })
    if (method === 'GET' && path === '/grid/data') {
      return json(200, gridData(grid.state.book, grid.version(), query))
    }
    if (method === 'POST' && path === '/grid/actions') return act(grid, request)
    return answer(404, 'text/html; charset=utf-8', '<!DOCTYPE html><title>Error 404 (Not Found)</title>')
  }
}

/** Another site open in the same browser must not act here: same origin, and JSON, which a form cannot send. */
function act(grid: Grid, request: Request): Answer {
  const { origin, 'content-type': type } = request.headers
  const host = request.headers.host ?? ''
  const isLocal = /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host)
  if (!isLocal || (origin !== undefined && origin !== `http://${host}`)) {
    return json(403, { error: 'Origine refusée.' })
  }
  if (type?.startsWith('application/json') !== true) return json(415, { error: 'JSON attendu.' })
  try {
    if (request.body === null) throw invalid('Trop long.')
    grid.act(parseAction(parseJson(request.body)))
    return json(200, { version: grid.version() })
  } catch (error) {
    if (!isApiError(error)) throw error
    return json(error.api.code, { error: error.api.message })
  }
}

function answer(status: number, type: string, body: string): Answer {
  return { kind: 'answer', status, type, body }
}

function json(status: number, body: object): Answer {
  return answer(status, 'application/json; charset=utf-8', JSON.stringify(body))
}
