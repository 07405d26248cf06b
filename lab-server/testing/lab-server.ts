import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { WebSocket, type ClientOptions } from 'ws'
import type { Limits } from '../limits/limits.ts'
import { createLabServer } from '../server.ts'

interface Setting {
  /** The programs by their names. */
  readonly scenarios?: Readonly<Record<string, string>>
  readonly limits?: Partial<Limits>
  readonly allowedHosts?: readonly string[]
  readonly host?: string
}

export const echo = `
  import { WebSocketServer } from 'ws'
  const server = new WebSocketServer({ port: 8080 })
  server.on('connection', (socket) => {
    socket.on('message', (data, isBinary) => socket.send(data, { binary: isBinary }))
  })
`

/** A lab server on a free port with a site of one page, closed when the test has finished. */
export async function startLabServer({ scenarios = { echo }, ...options }: Setting = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'lab-server-'))
  await mkdir(join(folder, 'site'))
  await mkdir(join(folder, 'scenarios'))
  await writeFile(join(folder, 'site/index.html'), '<!doctype html>the app')
  for (const [name, source] of Object.entries(scenarios)) {
    await writeFile(join(folder, `scenarios/${name}.js`), source)
  }
  const log = new Log()
  const server = await createLabServer({
    siteDirectory: join(folder, 'site'),
    scenariosDirectory: join(folder, 'scenarios'),
    port: 0,
    log: (line) => log.add(line),
    ...options,
  })
  onTestFinished(async () => {
    await server.close(0)
    await rm(folder, { recursive: true })
  })
  return { server, log, address: `127.0.0.1:${server.port}` }
}

/** The lines of the log, which can be awaited. */
class Log {
  readonly lines: string[] = []
  #waiting: (() => void)[] = []

  add(line: string): void {
    this.lines.push(line)
    for (const wake of this.#waiting.splice(0)) wake()
  }

  /** The first line that matches, now or later. */
  async line(pattern: RegExp): Promise<string> {
    for (;;) {
      const line = this.lines.find((line) => pattern.test(line))
      if (line !== undefined) return line
      await new Promise<void>((resolve) => this.#waiting.push(resolve))
    }
  }
}

/** A client, whose messages, close or refusal can be awaited in turn. */
export class Client {
  readonly socket: WebSocket
  readonly #happened: string[] = []
  #wake: (() => void) | null = null

  constructor(url: string, options: ClientOptions = {}, protocols: string[] = []) {
    this.socket = new WebSocket(url, protocols, options)
    this.socket.on('open', () => this.#add('open'))
    this.socket.on('message', (data) => this.#add(`message ${String(data)}`))
    this.socket.on('close', (code, reason) => this.#add(`close ${code} ${String(reason)}`.trim()))
    this.socket.on('error', () => {})
    this.socket.on('unexpected-response', (_request, response) => {
      let body = ''
      response.on('data', (chunk) => (body += String(chunk)))
      response.on('end', () => this.#add(`refused ${response.statusCode ?? ''} ${body}`.trim()))
    })
    onTestFinished(() => this.socket.terminate())
  }

  /** `open`, `message …`, `close <code> …` or `refused <status> …`, each once and in order. */
  async next(): Promise<string> {
    for (;;) {
      const first = this.#happened.shift()
      if (first !== undefined) return first
      await new Promise<void>((resolve) => (this.#wake = resolve))
    }
  }

  #add(what: string): void {
    this.#happened.push(what)
    this.#wake?.()
  }
}
