/** Runs a server and its client: in the in-page network, and on the real Node with the real `ws`. */
import { fork } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { WebSocket } from 'ws'
import './as-in-a-page.ts'
import { createNetwork } from '../../src/in-page-network/create-network.ts'
import { nodeModuleLoader } from '../../src/in-page-network/testing/node-module-loader.ts'
import { ofType, quickLink } from '../../src/in-page-network/testing/run-program.ts'
import { prepareProgram } from '../../src/sandbox/prepare-program.ts'
import { CHECK, COUNTER } from '../../src/sandbox/prepared-program.ts'
import { createScope } from './client-scope.ts'

/** What there is to see of a server and of its client. */
export interface Outcome {
  readonly out: readonly string[]
  readonly err: readonly string[]
  /** The error that ended it. */
  readonly error: string | null
  /** The code that it ended with; null for none but 0. */
  readonly code: number | null
  readonly client: Readonly<Record<string, readonly string[]>>
}

/** Turns in which nothing happens, after which a server waits for its client. */
const MAX_IDLE = 50

type Scope = ReturnType<typeof createScope>['scope']

function runClient(source: string, scope: Scope): Promise<void> {
  const names = Object.keys(scope)
  // As the tests of the network evaluate programs.
  const body = `return (async () => {${source}\n})()`
  return new Function(...names, body)(...Object.values(scope)) as Promise<void>
}

export async function runInPage(server: string, client: string): Promise<Outcome> {
  const network = createNetwork({ clock: 'virtual', conditions: quickLink, routed: true })
  const { WebSocket, fetch, clientGlobals } = network
  const { told, scope } = createScope({ WebSocket, fetch, setTimeout: clientGlobals.setTimeout })
  const errors: string[] = []
  const rejected = (reason: unknown, promise: Promise<unknown>) =>
    network.rejectedOnServer(reason, promise)
  const others = process.listeners('unhandledRejection')
  process.removeAllListeners('unhandledRejection')
  process.on('unhandledRejection', rejected)
  // The guards of the sandbox are in it, and count.
  Object.assign(globalThis, { [COUNTER]: 0, [CHECK]: () => undefined })
  const prepared = prepareProgram({ 'client.js': '', 'server.js': server })['server.js']?.server
  if (prepared?.kind !== 'source') throw new Error(prepared?.message)
  try {
    let isLoading = true
    void network
      .runServer(prepared.source, { load: nodeModuleLoader, files: { 'server.js': server } })
      .catch((error: Error) => errors.push(`${error.name}: ${error.message}`))
      .finally(() => (isLoading = false))
    // Its top level may wait for a timer, or for its first client.
    for (let idle = 0; isLoading && idle < MAX_IDLE; idle += 1) {
      await new Promise(setImmediate)
      await network.clock.settle()
      if (network.clock.nextTime() === null) continue
      idle = 0
      await network.clock.step()
    }
    const running = runClient(client, scope)
    await network.clock.runUntilIdle(20_000)
    await Promise.race([running, Promise.resolve()])
  } finally {
    process.off('unhandledRejection', rejected)
    for (const listener of others) process.on('unhandledRejection', listener)
  }
  const printed = (isError: boolean) =>
    ofType(network.trace, 'consoleMessage')
      .filter(({ side, level }) => side === 'server' && /warn|error/.test(level) === isError)
      .flatMap((event) =>
        event.arguments.flatMap((value) => ('text' in value ? value.text.split('\n') : [])),
      )
  const uncaught = ofType(network.trace, 'uncaughtError')
  errors.push(...uncaught.map(({ name, message }) => `${name}: ${message}`))
  const { exitCode } = network.serverGlobals.process as { exitCode?: number }
  // Where it cannot be imported is before the message; what else may be is in further lines.
  const [error = null] = errors.map((text) =>
    text.replace(/: server\.js:\d+:\d+: /, ': ').replace(/\n[^]*/, ''),
  )
  const code = exitCode === undefined || exitCode === 0 ? null : exitCode
  return { out: printed(false), err: printed(true), error, code, client: told }
}

const projectFolder = fileURLToPath(new URL('../../', import.meta.url))
const preload = new URL('preload.mjs', import.meta.url).href

export async function runOnNode(server: string, client: string, port: number): Promise<Outcome> {
  // No package.json is beside it, so Node decides by the text which kind of module it is.
  const folder = mkdtempSync(join(tmpdir(), 'upgrade101-'))
  mkdirSync(join(folder, 'node_modules'))
  symlinkSync(join(projectFolder, 'node_modules/ws'), join(folder, 'node_modules/ws'))
  const file = join(folder, 'server.js')
  writeFileSync(file, server)
  const child = fork(file, {
    cwd: folder,
    execArgv: ['--import', preload],
    env: { PATH: process.env['PATH'], TEST_PORT: String(port), NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let out = ''
  let err = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (err += text))
  const over = new Promise<number | null>((resolve) => child.once('close', resolve))
  const told = (message: string) =>
    new Promise<void>((resolve) => {
      child.on('message', (one) => {
        if (one === message) resolve()
      })
    })
  const isListening = told('listening')
  const isIdle = told('idle')
  await Promise.race([isListening, over])

  class Client extends WebSocket {
    constructor(url: string, protocols: string | string[]) {
      super(url.replace('localhost:8080', `127.0.0.1:${port}`), protocols)
    }
  }
  const { told: seen, scope } = createScope({
    // They have what a client of these tests uses of each other.
    WebSocket: Client as unknown as typeof globalThis.WebSocket,
    fetch: (url, options) =>
      fetch(String(url).replace('localhost:8080', `127.0.0.1:${port}`), {
        ...options,
        headers: { ...options?.headers, connection: 'close' },
      }),
    setTimeout,
  })
  await runClient(client, scope)
  if (child.connected) child.send('idle?', () => undefined)
  const code = await Promise.race([over, isIdle.then(() => null)])
  child.kill('SIGKILL')
  await over
  rmSync(folder, { recursive: true })
  return { out: linesOf(out), client: seen, code: code === 0 ? null : code, ...errorsOf(err) }
}

const linesOf = (text: string): string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'))

/** What was printed before the error that ended the process, and that error. */
function errorsOf(text: string): Pick<Outcome, 'err' | 'error'> {
  // A place in a file, the line there, a mark under it, and then the stack.
  const uncaught =
    /^(?:(?:\/|file:|node:|<)\S*:\d+\n[^]*?\n(?:\n|(?=\w*Error))|Uncaught:?\n)/m.exec(text)
  const printed = uncaught === null ? text : text.slice(0, uncaught.index)
  const stack = uncaught === null ? '' : text.slice(uncaught.index + uncaught[0].length)
  const [error = ''] = /^.*\n/.exec(stack) ?? []
  return {
    err: linesOf(
      printed
        .replace(/\(node:\d+\)/g, '(node:1)')
        .replace(/^\(Use `node --trace-.*\n/gm, '')
        .replace(/^Reparsing as ES module.*\n/gm, ''),
    ),
    error:
      error === ''
        ? null
        : error
            .replace(/ \{\n?$/, '')
            .replace(/^(\w+) \[\w+\]/, '$1')
            .trimEnd(),
  }
}
