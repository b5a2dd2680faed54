import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './listening.ts'
import { type Mailed, openSmtpSink } from './smtp-sink.ts'

/** Where Mailman 3's programs are, as .ci/run says once it has installed them. */
const programs = process.env.MAILMAN ?? ''

/** Why there is no Mailman to send to, or null when there is. */
export const mailmanMissing =
  programs === '' ? 'no Mailman 3 here: MAILMAN names the folder of its programs, as .ci/run does' : null

export type Mailman = {
  /** What makes an endpoint of its list: the body of `POST /api/v1/endpoints`. */
  readonly endpoint: {
    readonly format: 'mailman3'
    readonly url: string
    readonly settings: { readonly from: string; readonly to: string; readonly listId: string }
    readonly credentials: { readonly user: string; readonly password: string }
  }
  readonly members: readonly string[]
  /** What the list sent so far. */
  readonly mailed: readonly Mailed[]
  /** The messages that one member got. */
  readonly inbox: (member: string) => readonly Mailed[]
  /** Whether no message waits within Mailman, which hands them over in the order it took them. */
  readonly isQuiet: () => Promise<boolean>
  readonly close: () => Promise<void>
}

const domain = 'listes.example'
const to = `migration@${domain}`
const listId = `migration.${domain}`
const from = 'recueil@recueil.example'
const members = ['membre-a@ong-exemple-a.example', 'membre-b@ong-exemple-b.example']
const credentials = { user: 'restadmin', password: 'un mot de passe : a cacher' }

/** A Mailman 3 of its own, in a folder of its own, with a list of two members whose mail ends in a sink. */
export async function startMailman(): Promise<Mailman> {
  const folder = await mkdtemp(join(tmpdir(), 'recueil-mailman-'))
  const [sink, port] = await Promise.all([openSmtpSink(), freePort(createServer)])
  const configuration = join(folder, 'mailman.cfg')
  await writeFile(configuration, configurationOf(folder, port, sink.port))
  const master = spawn(join(programs, 'master'), ['-C', configuration], { cwd: folder, detached: true })
  const output: string[] = []
  for (const stream of [master.stdout, master.stderr])
    stream.on('data', (chunk) => output.push(String(chunk)))
  const ended = new Promise((resolve) => master.once('exit', resolve))
  const end = (signal: NodeJS.Signals) => {
    if (master.pid !== undefined && master.exitCode === null) process.kill(-master.pid, signal)
  }
  process.once('exit', () => end('SIGKILL'))
  const ask = asker(`http://127.0.0.1:${port}/3.1`)
  const close = async () => {
    end('SIGTERM')
    await ended
    await sink.close()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await untilUp(ask, () => {
      if (master.exitCode !== null) throw new Error(`Mailman stopped: ${output.join('')}`)
    })
    await makeList(ask)
  } catch (cause) {
    await close()
    throw cause
  }
  return {
    endpoint: {
      format: 'mailman3',
      url: `http://127.0.0.1:${port}/3.1/queues/in`,
      settings: { from, to, listId },
      credentials,
    },
    members,
    mailed: sink.mailed,
    inbox: (member) => sink.mailed.filter(({ recipients }) => recipients.includes(member)),
    async isQuiet() {
      const { entries } = (await (await ask('GET', '/queues')).json()) as {
        entries: readonly { count: number }[]
      }
      return entries.every(({ count }) => count === 0)
    },
    close,
  }
}

/** Everything in one folder, on loopback alone; no runner that a message to a list does not need. */
const configurationOf = (folder: string, restPort: number, smtpPort: number): string => `
[mailman]
site_owner: coordination@recueil.example
layout: own
[paths.own]
var_dir: ${folder}/var
bin_dir: ${programs}
etc_dir: ${folder}
[database]
url: sqlite:///${folder}/mailman.db
[webservice]
hostname: 127.0.0.1
port: ${restPort}
workers: 1
admin_user: ${credentials.user}
admin_pass: ${credentials.password}
[mta]
incoming: mailman.mta.null.NullMTA
smtp_host: 127.0.0.1
smtp_port: ${smtpPort}
${['archive', 'bounces', 'command', 'lmtp', 'nntp', 'retry', 'task', 'digest']
  .map((runner) => `[runner.${runner}]\nstart: no`)
  .join('\n')}
`

type Ask = (method: string, path: string, fields?: Readonly<Record<string, string>>) => Promise<Response>

/** Asks Mailman's own API. @throws Error when it refuses */
function asker(root: string): Ask {
  const authorization = `Basic ${Buffer.from(`${credentials.user}:${credentials.password}`).toString('base64')}`
  return async (method, path, fields) => {
    const body = fields && new URLSearchParams(fields)
    const response = await fetch(`${root}${path}`, {
      method,
      headers: { authorization },
      ...(body && { body }),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    return response
  }
}

/** Waits until Mailman answers. @param check throws when it never will */
async function untilUp(ask: Ask, check: () => void): Promise<void> {
  for (let left = 300; ; left--) {
    check()
    const answered = await ask('GET', '/system/versions').then(
      () => true,
      () => false,
    )
    if (answered) return
    if (left === 0) throw new Error('Mailman has not answered for a minute')
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

/** The list as docs/deploy.md says to set it up: the sender may post though no member, and subjects stay as they are. */
async function makeList(ask: Ask): Promise<void> {
  await ask('POST', '/domains', { mail_host: domain })
  await ask('POST', '/lists', { fqdn_listname: to })
  await ask('PATCH', `/lists/${listId}/config`, {
    accept_these_nonmembers: from,
    subject_prefix: '',
    archive_policy: 'never',
    send_welcome_message: 'false',
  })
  for (const subscriber of members) {
    const sure = { pre_verified: 'true', pre_confirmed: 'true', pre_approved: 'true' }
    await ask('POST', '/members', { list_id: listId, subscriber, ...sure })
  }
}
