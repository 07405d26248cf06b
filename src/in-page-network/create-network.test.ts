import { describe, expect, it } from 'vitest'
import { traceFromJson } from '../core/trace/export/read-json.ts'
import { createNetwork } from './create-network.ts'
import type { NodeModules } from './network.ts'
import { nodeModuleLoader } from './testing/node-module-loader.ts'
import { ofType, quickLink, scenario, startNetwork } from './testing/run-program.ts'

interface ServerSocket {
  on(event: string, listener: (data: unknown) => void): void
  send(data: unknown): void
}
type ServerClass = new (options: { port: number }) => {
  on(event: 'connection', listener: (socket: ServerSocket) => void): void
}

/** A server program as a function: it answers each message with its name. */
const named = (name: string, port: number) => (modules: NodeModules) => {
  const WebSocketServer = modules['ws']?.['WebSocketServer'] as ServerClass
  new WebSocketServer({ port }).on('connection', (socket) => {
    socket.on('message', () => socket.send(name))
  })
}

const conditions = { ...quickLink, latency: 1 }

describe('createNetwork', () => {
  it('refuses a wrong seed and wrong conditions', () => {
    expect(() => createNetwork({ seed: -1, conditions, clock: 'virtual' })).toThrow(
      'The seed is an unsigned 32-bit integer, not -1',
    )
    const wrong = { ...conditions, latency: -5 }
    expect(() => createNetwork({ seed: 1, conditions: wrong, clock: 'virtual' })).toThrow(
      'Latency and jitter are milliseconds, 0 or more',
    )
    for (const idleTimeout of [0, NaN, 86_400_001]) {
      expect(() => createNetwork({ conditions: { idleTimeout } })).toThrow(
        'The idle timeout is milliseconds, 1 to 86 400 000, or null',
      )
    }
  })

  it('runs named servers side by side, each found by its name and by its port', async () => {
    const { WebSocket, clock } = createNetwork({
      seed: 1,
      conditions,
      clock: 'virtual',
      servers: { 'a.example:80': named('a', 80), 'b.example:9000': named('b', 8080) },
    })
    const answers: Record<string, unknown> = {}
    for (const url of ['ws://a.example/', 'ws://b.example:9000/x', 'ws://c.example/']) {
      const ws = new WebSocket(url)
      ws.onopen = () => ws.send('who?')
      ws.onmessage = ({ data }) => (answers[url] = data)
      ws.onerror = () => (answers[url] = 'error')
    }
    await clock.runUntil(100)
    expect(answers).toEqual({
      'ws://a.example/': 'a',
      'ws://b.example:9000/x': 'b',
      'ws://c.example/': 'error',
    })
  })

  it('runs on real time too, and connects to servers that are still starting', async () => {
    const network = createNetwork({
      seed: 1,
      conditions,
      clock: 'real',
      servers: {
        'late.example:80': async (modules) => {
          await new Promise((resolve) => setTimeout(resolve, 20))
          named('late', 80)(modules)
        },
      },
    })
    const answer = await new Promise((resolve) => {
      const ws = new network.WebSocket('ws://late.example')
      ws.onopen = () => ws.send('who?')
      ws.onmessage = ({ data }) => resolve(data)
    })
    network.stop()
    expect(answer).toBe('late')
  })

  it('waits for a server that awaits a timer of the virtual clock', async () => {
    const { WebSocket, clock, ready } = createNetwork({
      clock: 'virtual',
      servers: {
        'late.example:80': async (modules, { setTimeout }) => {
          await new Promise<void>((resolve) => void setTimeout(resolve, 500))
          named('late', 80)(modules)
        },
      },
    })
    const ws = new WebSocket('ws://late.example')
    const opened: number[] = []
    ws.onopen = () => opened.push(clock.now())
    await clock.runUntilIdle()
    await ready
    // The SYN is answered at 500, and the handshake takes a round trip.
    expect(opened).toEqual([503])
  })

  it('finds each port of a named server, and none of another name', async () => {
    const both = (modules: NodeModules) => {
      named('first', 8080)(modules)
      named('second', 8081)(modules)
    }
    const { WebSocket, clock } = createNetwork({ clock: 'virtual', servers: { 'a.example': both } })
    const answers: unknown[] = []
    for (const [index, port] of ['', ':8080', ':8081', ':8082'].entries()) {
      const ws = new WebSocket(`ws://a.example${port}`)
      ws.onopen = () => ws.send('who?')
      ws.onmessage = ({ data }) => (answers[index] = data)
      ws.onclose = ({ code }) => (answers[index] = code)
    }
    await clock.runUntilIdle()
    expect(answers).toEqual(['first', 'first', 'second', 1006])
  })

  it('refuses an invalid name and an invalid program', () => {
    const withServers = (servers: object) => () =>
      createNetwork({ servers: servers as Record<string, string> })
    expect(withServers({ 'a/b': '' })).toThrow("A server's name is host:port, not a/b")
    expect(withServers({ 'a:1': {} })).toThrow('The server a:1 is the source of a module')
  })

  it('exports its trace', async () => {
    const { clientGlobals, clock, traceToJson } = createNetwork({ clock: 'virtual', seed: 3 })
    clientGlobals.setTimeout(() => undefined, 5)
    await clock.runUntilIdle()
    const { header, events } = traceFromJson(traceToJson())
    expect(header).toMatchObject({ clock: 'virtual', seed: 3, conditions: { latency: 1 } })
    expect(events.map(({ type }) => type)).toEqual(['timerSet', 'timerFired'])
  })

  it('rejects `ready` with what a server threw', async () => {
    const { ready } = createNetwork({
      seed: 1,
      conditions,
      clock: 'virtual',
      servers: {
        'a.example:80': () => {
          throw new Error('no server')
        },
      },
    })
    await expect(ready).rejects.toThrow('no server')
  })

  it('gives each network a separate Node', async () => {
    const first = await startNetwork(scenario('echo'))
    const second = await startNetwork(scenario('echo'))
    expect(first.modules['ws']?.['WebSocketServer']).not.toBe(
      second.modules['ws']?.['WebSocketServer'],
    )
    expect(Reflect.has(globalThis, 'upgrade101.servers')).toBe(false)
  })

  it('records what a server program logs, sets and throws on the server side', async () => {
    const network = await startNetwork(`
      console.log('listening', { port: 8080 })
      const timer = setInterval(() => { clearInterval(timer); process.nextTick(() => { throw new RangeError('too far') }) }, 10)
    `)
    await network.clock.runUntil(Infinity)
    expect(network.trace.map(({ type, side }) => [type, side])).toEqual([
      ['consoleMessage', 'server'],
      ['timerSet', 'server'],
      ['timerFired', 'server'],
      ['timerCleared', 'server'],
      ['uncaughtError', 'server'],
    ])
    expect(ofType(network.trace, 'uncaughtError')[0]).toMatchObject({
      name: 'RangeError',
      message: 'too far',
    })
  })

  it('rejects a server program with its own error', async () => {
    const network = createNetwork({ seed: 1, conditions, clock: 'virtual' })
    const load = nodeModuleLoader
    await expect(network.runServer('throw new TypeError("mine")', { load })).rejects.toThrow('mine')
    await expect(network.runServer('import "none"', { load })).rejects.toThrow(
      'cannot import "none"',
    )
  })

  it('reports a taken port as Node does', async () => {
    const network = await startNetwork(`
      import { createServer } from 'node:http'
      createServer().listen(8080)
      createServer().on('error', ({ code, message }) => console.log(code, message)).listen(8080)
    `)
    await network.clock.settle()
    expect(ofType(network.trace, 'consoleMessage')[0]?.arguments).toMatchObject([
      { text: 'EADDRINUSE listen EADDRINUSE: address already in use :::8080' },
    ])
  })

  it('records the timers of the client, and clamps those that nest', async () => {
    const { clientGlobals, clock, trace } = createNetwork({ seed: 1, conditions, clock: 'virtual' })
    let left = 8
    const again = () => {
      left -= 1
      if (left > 0) clientGlobals.setTimeout(again)
    }
    clientGlobals.setTimeout(again, 0)
    clientGlobals.clearTimeout(clientGlobals.setTimeout(again, 1_000))
    await clock.runUntil(Infinity)
    expect(ofType(trace, 'timerFired').map(({ time }) => time)).toEqual([0, 0, 0, 0, 0, 4, 8, 12])
    expect(ofType(trace, 'timerCleared')).toMatchObject([{ timerId: 2, side: 'client' }])
    expect(new clientGlobals.Date().getTime()).toBe(Date.UTC(2026, 0, 1) + 12)
  })

  it.each([
    ['stays open', 'echo', '/', () => undefined],
    ['was closed', 'echo', '/', (ws: WebSocket) => ws.close()],
    ['was refused', 'reject', '/', () => undefined],
    ['was cut', 'tcp-drop', '/', () => undefined],
  ])('schedules nothing for a socket that %s', async (_how, name, path, act) => {
    const network = await startNetwork(scenario(name))
    const ws = new network.WebSocket(`ws://localhost${path}`)
    ws.onopen = () => act(ws)
    await network.clock.runUntil(Infinity)
    expect(network.clock.now()).toBeLessThan(3_000)
    expect(network.clock.nextTime()).toBeNull()
  })
})
