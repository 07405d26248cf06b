import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import type { TraceEvent } from '../../core/trace/event.ts'
import { createNetwork } from '../create-network.ts'
import { nodeModuleLoader } from '../testing/node-module-loader.ts'
import { ofType, quickLink, runProgram } from '../testing/run-program.ts'

/** What a server program printed and how it ended. */
interface Ending {
  readonly lines: readonly string[]
  /** `null`: it was still running, or had nothing left to do. */
  readonly code: number | null
  readonly error: string | null
}

async function endingInPage(source: string): Promise<Ending> {
  const network = createNetwork({ clock: 'virtual', conditions: quickLink })
  const errors: string[] = []
  await network
    .runServer(source, { load: nodeModuleLoader })
    .catch((error: Error) => errors.push(`${error.name}: ${error.message}`))
  await network.clock.runUntilIdle(10_000)
  const uncaught = ofType(network.trace, 'uncaughtError')
  errors.push(...uncaught.map(({ name, message }) => `${name}: ${message}`))
  const { exitCode } = network.serverGlobals.process as { exitCode?: number }
  return { lines: printed(network.trace), code: exitCode ?? null, error: errors[0] ?? null }
}

const printed = (trace: readonly TraceEvent[]) =>
  ofType(trace, 'consoleMessage').map((event) =>
    event.arguments.map((value) => ('text' in value ? value.text : '')).join(' '),
  )

function endingOnNode(source: string): Ending {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', source],
    { encoding: 'utf8', timeout: 20_000 },
  )
  const [error] = /^(?:Uncaught )?\w*Error: .*$/m.exec(stderr) ?? []
  const lines = stdout.split('\n').filter((line) => line !== '')
  return { lines, code: status === 0 ? null : status, error: error ?? null }
}

describe('a server program ends as on Node', () => {
  it.each<[what: string, source: string]>([
    [
      'when a timer throws',
      `process.on('exit', (code) => console.log('exit ' + code))
       setTimeout(() => console.log('never'), 50)
       setTimeout(() => { console.log('throws'); throw new RangeError('too far') }, 10)`,
    ],
    [
      'when a microtask or an immediate throws',
      `queueMicrotask(() => { throw new TypeError('micro') })
       setImmediate(() => console.log('never'))`,
    ],
    [
      'when its top level throws',
      `process.on('exit', (code) => console.log('exit ' + code))
       setTimeout(() => console.log('never'), 10)
       throw new Error('top')`,
    ],
    [
      'unless it handles the exception',
      `process.on('uncaughtExceptionMonitor', ({ message }, origin) => console.log('sees ' + message + ' ' + origin))
       process.on('uncaughtException', ({ message }, origin) => console.log('handles ' + message + ' ' + origin))
       setTimeout(() => { throw new Error('one') }, 10)
       setTimeout(() => console.log('goes on'), 20)`,
    ],
    [
      'when its handler throws',
      `process.on('exit', (code) => console.log('exit ' + code))
       process.on('uncaughtException', () => { throw new Error('handler') })
       setTimeout(() => { throw new Error('one') }, 10)`,
    ],
    [
      'when it exits',
      `process.on('exit', (code) => console.log('exit ' + code))
       setTimeout(() => console.log('never'), 20)
       setTimeout(() => { console.log('exits'); process.exit(3); console.log('never') }, 10)`,
    ],
    [
      'when it exits at its top level, with its exit code',
      `process.once('exit', (code) => { console.log('exit ' + code); process.exitCode = 5 })
       process.exitCode = 4
       setTimeout(() => console.log('never'), 20)
       process.exit()
       console.log('never')`,
    ],
    [
      'when it exits as it exits',
      `process.on('exit', () => { console.log('exit'); process.exit(6) })
       process.on('exit', () => console.log('never'))
       setTimeout(() => process.exit(2), 1)`,
    ],
    [
      'when a port is taken',
      `import { createServer } from 'node:http'
       const listen = (server) => server.listen(18933, '127.0.0.1')
       const server = createServer()
       server.on('listening', () => { console.log('listening'); listen(createServer()) })
       listen(server)
       setTimeout(() => console.log('never'), 1000)`,
    ],
    [
      'unless it handles the taken port',
      `import { createServer } from 'node:http'
       const server = createServer().listen(18934, '127.0.0.1', () => {
         const other = createServer()
         other.on('error', ({ code, syscall, port }) => {
           console.log([code, syscall, port].join(' '))
           process.exit()
         })
         other.listen(18934, '127.0.0.1')
       })`,
    ],
  ])('%s', async (_what, source) => {
    const here = await endingInPage(source)
    const there = endingOnNode(source)
    expect({ ...here, code: here.code === 0 ? null : here.code }).toEqual(there)
  })
})

describe('a server whose process ends', () => {
  const server = (deed: string) => `
    import { WebSocketServer } from 'ws'
    new WebSocketServer({ port: 80 }).on('connection', (socket) => {
      socket.on('message', (data) => {
        socket.send('last')
        socket.send('words')
        ${deed}
        socket.send('never')
      })
    })
    setInterval(() => console.log('tick'), 100)
  `

  it.each([
    ['by an exception', "throw new Error('broken')", 1],
    ['by exit', 'process.exit(0)', 0],
  ])('%s drops its clients, its timers and its port', async (_how, deed, errors) => {
    const closings: unknown[] = []
    const trace = await runProgram(server(deed), ({ WebSocket }) => {
      const bystander = new WebSocket('ws://localhost/')
      const socket = new WebSocket('ws://localhost/')
      for (const one of [bystander, socket])
        one.onclose = ({ code, wasClean }) => {
          closings.push([code, wasClean])
          if (one === socket) new WebSocket('ws://localhost/')
        }
      socket.onopen = () => socket.send('go')
    })
    expect(closings).toEqual([
      [1006, false],
      [1006, false],
    ])
    expect(ofType(trace, 'messageReceived').filter(({ side }) => side === 'client')).toMatchObject([
      { data: { text: 'last' } },
      { data: { text: 'words' } },
    ])
    const uncaught = ofType(trace, 'uncaughtError')
    expect(uncaught).toHaveLength(errors)
    expect(ofType(trace, 'logEntryAdded').map(({ text }) => text)).toEqual([
      "WebSocket connection to 'ws://localhost/' failed: Error in connection establishment: net::ERR_CONNECTION_REFUSED",
    ])
    expect(printed(trace).length).toBeLessThan(5)
  })

  it('goes on where a rejection is handled, and ends where it is not', async () => {
    const network = createNetwork({ clock: 'virtual', conditions: quickLink })
    const source = `
      setInterval(() => console.log('tick'), 100)
      process.once('unhandledRejection', ({ message }) => console.log('handles ' + message))
    `
    await network.runServer(source, { load: nodeModuleLoader })
    const reject = (message: string) => {
      const reason = new Error(message)
      const promise = Promise.reject(reason)
      promise.catch(() => undefined)
      network.rejectedOnServer(reason, promise)
    }
    reject('one')
    await network.clock.runUntil(150)
    reject('two')
    await network.clock.runUntilIdle(1_000)
    expect(printed(network.trace)).toEqual(['handles one', 'tick'])
    expect(ofType(network.trace, 'uncaughtError')).toMatchObject([
      { kind: 'unhandledRejection', message: 'two', side: 'server', time: 150 },
    ])
  })
})
