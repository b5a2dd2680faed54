import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createContext, runInContext } from 'node:vm'

const code = readFileSync(join(import.meta.dirname, '../../docs/apps-script/Code.gs'), 'utf8')

/** What the script hands to UrlFetchApp. */
export type Sent = {
  readonly url: string
  readonly method: string
  readonly contentType: string
  readonly headers: Readonly<Record<string, string>>
  readonly payload: string
  readonly followRedirects: boolean
  readonly muteHttpExceptions: boolean
}

type Trigger = { readonly handler: string; readonly on: string; getHandlerFunction(): string }

/**
 * As much of Google Apps Script as the script uses. Each run has its own global variables and shares the cache,
 * the lock and the properties with the others, as at Google; another run is one that starts while this one waits,
 * sends or lets the lock go.
 */
export function appsScript(properties: Readonly<Record<string, string>>) {
  const world = {
    now: Date.UTC(2026, 0, 15, 9),
    sent: [] as Sent[],
    triggers: [] as Trigger[],
    logged: [] as string[],
    /** Of Recueil; an Error is what UrlFetchApp throws when nobody answers. */
    answer: 202 as number | Error,
    /** What other people do, once each: while the next run waits, while it sends, just before it lets the lock go. */
    whileWaiting: (): void => {},
    whileSending: (): void => {},
    beforeRelease: (): void => {},
    run,
  }
  const cache = new Map<string, { readonly text: string; readonly until: number }>()
  let isLocked = false

  /** Runs one function of the script, as a trigger or the editor does. @throws what the script lets through */
  function run(name: string, event?: Readonly<Record<string, unknown>>): void {
    runInContext(`${code}\n;${name}(event)`, createContext({ ...services(), event }))
  }

  function once(moment: 'whileWaiting' | 'whileSending' | 'beforeRelease'): void {
    const act = world[moment]
    world[moment] = () => {}
    act()
  }

  function fetch(url: string, options: Omit<Sent, 'url'>) {
    world.sent.push({ url, ...options })
    once('whileSending')
    const { answer } = world
    if (answer instanceof Error) throw answer
    return { getResponseCode: () => answer }
  }

  function services() {
    let isMine = false
    return {
      Date: { now: () => world.now },
      console: { log: note, warn: note },
      UrlFetchApp: { fetch },
      Utilities: {
        getUuid: () => crypto.randomUUID(),
        sleep: (milliseconds: number) => {
          world.now += milliseconds
          once('whileWaiting')
        },
        // Google's bytes are Java's: signed.
        computeHmacSha256Signature: (text: string, key: string) => [
          ...new Int8Array(createHmac('sha256', key).update(text).digest()),
        ],
      },
      PropertiesService: {
        getScriptProperties: () => ({ getProperty: (name: string) => properties[name] ?? null }),
      },
      CacheService: {
        getScriptCache: () => ({
          get: (key: string) => {
            const kept = cache.get(key)
            return kept && kept.until > world.now ? kept.text : null
          },
          put: (key: string, text: string, seconds: number) =>
            cache.set(key, { text, until: world.now + seconds * 1000 }),
          remove: (key: string) => cache.delete(key),
        }),
      },
      LockService: {
        getScriptLock: () => ({
          tryLock: () => {
            if (isLocked) return isMine
            isMine = true
            isLocked = true
            return true
          },
          releaseLock: () => {
            once('beforeRelease')
            if (isMine) isLocked = false
            isMine = false
          },
        }),
      },
      SpreadsheetApp: { getActive: () => 'this spreadsheet' },
      ScriptApp: {
        newTrigger: (handler: string) => ({
          forSpreadsheet: () => ({
            onEdit: () => builder(handler, 'edit'),
            onChange: () => builder(handler, 'change'),
          }),
        }),
        getProjectTriggers: () => [...world.triggers],
        deleteTrigger: (trigger: Trigger) => {
          world.triggers = world.triggers.filter((other) => other !== trigger)
        },
      },
    }
  }

  const builder = (handler: string, on: string) => ({
    create: () => world.triggers.push({ handler, on, getHandlerFunction: () => handler }),
  })

  function note(text: string): void {
    world.logged.push(text)
  }

  return world
}
