import { createServer, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { listening } from './listening.ts'

/** A message as a server handed it over: to whom, and every byte (as Latin-1) with the dots of SMTP undone. */
export type Mailed = { readonly recipients: readonly string[]; readonly raw: string }

export type SmtpSink = {
  readonly port: number
  readonly mailed: readonly Mailed[]
  close(): Promise<void>
}

/** A mail server (RFC 5321, the least of it) that takes whatever it is handed, and keeps it. */
export async function openSmtpSink(): Promise<SmtpSink> {
  const mailed: Mailed[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket.once('close', () => sockets.delete(socket)).on('error', () => {}))
    converse(socket, (message) => mailed.push(message))
  })
  const port = await listening(server)
  return {
    port,
    mailed,
    close() {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

function converse(socket: Socket, take: (message: Mailed) => void): void {
  const say = (line: string) => socket.write(`${line}\r\n`)
  let recipients: string[] = []
  let lines: string[] | null = null
  say('220 sink ready')
  createInterface({ input: socket.setEncoding('latin1'), crlfDelay: Number.POSITIVE_INFINITY }).on(
    'line',
    (line) => {
      if (lines !== null) {
        if (line !== '.') return void lines.push(line.replace(/^\./, ''))
        take({ recipients, raw: lines.map((one) => `${one}\r\n`).join('') })
        lines = null
        return void say('250 taken')
      }
      const command = line.slice(0, 4).toUpperCase()
      if (command === 'MAIL' || command === 'RSET') recipients = []
      if (command === 'RCPT') recipients.push(/<([^>]*)>/.exec(line)?.[1] ?? '')
      if (command === 'DATA') lines = []
      if (command === 'QUIT') return void socket.end('221 bye\r\n')
      say(command === 'DATA' ? '354 go on' : '250 fine')
    },
  )
}
