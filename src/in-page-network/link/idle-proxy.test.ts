import { describe, expect, it } from 'vitest'
import type { TraceEvent } from '../../core/trace/event.ts'
import type { LinkConditions } from '../../core/trace/header.ts'
import { createVirtualClock } from '../clock/virtual-clock.ts'
import type { VirtualNetwork } from '../network.ts'
import { ofType, quickLink, runProgram, scenario, startNetwork } from '../testing/run-program.ts'
import { IdleProxy } from './idle-proxy.ts'

const echo = scenario('echo')

const proxied = (idleTimeout: number, more: Partial<LinkConditions> = {}) => ({
  conditions: { ...quickLink, ...more, idleTimeout },
})

const ends = (trace: readonly TraceEvent[]) =>
  ofType(trace, 'transportClosed').map(({ time, side, how, by }) => [time, side, how, by])

const clientClosings = (trace: readonly TraceEvent[]) =>
  ofType(trace, 'eventFired')
    .filter(({ eventType }) => eventType === 'close')
    .map(({ time, code, wasClean }) => [time, code, wasClean])

const printed = (trace: readonly TraceEvent[]) =>
  ofType(trace, 'consoleMessage').map(({ time, arguments: [first] }) => [
    time,
    first?.kind === 'string' ? first.text : undefined,
  ])

const connect = ({ WebSocket }: VirtualNetwork) => new WebSocket('ws://localhost:8080')

/** The handshake: SYN at 0, SYN and ACK at 20, the request at 40, the response at 60. */
const RESPONSE_LEFT = 60
const LATENCY = quickLink.latency

describe('an idle proxy', () => {
  it('ends a silent connection towards both sides, one latency after its time is over', async () => {
    const server = `
      import { WebSocketServer } from 'ws'
      new WebSocketServer({ port: 8080 }).on('connection', (socket) => {
        socket.on('close', (code) => console.log('closed ' + code))
      })
    `
    const trace = await runProgram(server, connect, proxied(60_000))
    const end = RESPONSE_LEFT + 60_000 + LATENCY
    expect(ends(trace)).toEqual([
      [end, 'server', 'fin', 'network'],
      [end, 'client', 'fin', 'network'],
    ])
    expect(clientClosings(trace)).toEqual([[end, 1006, false]])
    expect(printed(trace)).toEqual([[end, 'closed 1006']])
    expect(ofType(trace, 'timerSet')).toEqual([])
  })

  it('keeps a connection alive that has a heartbeat', async () => {
    const heartbeat = scenario('server-ping')
    const network = await startNetwork(heartbeat, proxied(10_001))
    connect(network)
    await network.clock.runUntil(100_000)
    expect(ends(network.trace)).toEqual([])
    network.stop()

    const late = await startNetwork(heartbeat, proxied(9_000))
    connect(late)
    await late.clock.runUntil(100_000)
    expect(clientClosings(late.trace)).toEqual([[RESPONSE_LEFT + 9_000 + LATENCY, 1006, false]])
    late.stop()
  })

  it('counts from the last octet that left either side', async () => {
    const client = (network: VirtualNetwork) => {
      const ws = connect(network)
      network.clock.setTimer(() => (ws.send('still here'), undefined), 900)
    }
    const trace = await runProgram(echo, client, proxied(1_000))
    // The echo leaves one latency after the message did.
    expect(clientClosings(trace)).toEqual([[900 + LATENCY + 1_000 + LATENCY, 1006, false]])
  })

  it('loses what is sent after the cut, and delivers what was sent before', async () => {
    const server = `
      import { WebSocketServer } from 'ws'
      new WebSocketServer({ port: 8080 }).on('connection', (socket) => {
        socket.on('message', (data) => console.log(String(data)))
      })
    `
    const network = await startNetwork(server, proxied(50))
    const ws = connect(network)
    await network.clock.runUntil(100)
    network.conditions = { latency: 80 }
    ws.send('on its way when the connection is cut')
    await network.clock.runUntil(170)
    expect(ws.readyState).toBe(ws.OPEN)
    ws.send('too late')
    await network.clock.runUntilIdle()
    expect(printed(network.trace)).toEqual([[180, 'on its way when the connection is cut']])
    expect(ends(network.trace).map(([time]) => time)).toEqual([230, 230])
  })

  it('leaves nothing to wait for once a connection is closed', async () => {
    const network = await startNetwork(echo, proxied(60_000))
    const ws = connect(network)
    ws.onopen = () => ws.close()
    await network.clock.runUntilIdle()
    expect(clientClosings(network.trace)).toMatchObject([[expect.any(Number), 1005, true]])
    expect(network.clock.now()).toBeLessThan(60_000)
  })

  it('leaves nothing to wait for where a connection was reset or fell silent', async () => {
    for (const how of ['rst', 'silence'] as const) {
      const interventions = [{ kind: 'cut', time: 200, how } as const]
      const network = await startNetwork(echo, { ...proxied(60_000), interventions })
      connect(network)
      await network.clock.runUntilIdle()
      expect(network.clock.now()).toBeLessThan(60_000)
      expect(ofType(network.trace, 'transportClosed').map((event) => event.how)).toEqual([how, how])
    }
  })

  it('does not wait for a connection that was reset before the client knew of it', () => {
    const clock = createVirtualClock()
    const passage = new IdleProxy({ clock, timeout: () => 1_000 }).connect(() => undefined)
    passage.left('open')
    passage.left('rst')
    passage.established()
    expect(clock.nextTime()).toBeNull()
  })

  it('obeys a timeout that changes while connections are open', async () => {
    const network = await startNetwork(echo)
    connect(network)
    await network.clock.runUntil(10_000)
    network.conditions = { idleTimeout: 30_000 }
    await network.clock.runUntil(20_000)
    network.conditions = { idleTimeout: null }
    expect(network.clock.nextTime()).toBeNull()
    network.conditions = { idleTimeout: 25_000 }
    expect(network.clock.nextTime()).toBe(RESPONSE_LEFT + 25_000)
    // The silence is longer than the new timeout, so the FIN leaves at once.
    network.conditions = { idleTimeout: 1_000 }
    await network.clock.runUntilIdle()
    expect(clientClosings(network.trace)).toEqual([[20_000 + LATENCY, 1006, false]])
  })

  it('ends a kept HTTP connection, and the next request opens another', async () => {
    const server = `
      import { createServer } from 'node:http'
      createServer((request, response) => response.end(request.url)).listen(8080)
    `
    const network = await startNetwork(server, proxied(5_000))
    const get = async (path: string) => {
      const response = network.fetch(`http://localhost:8080${path}`).then((found) => found.text())
      await network.clock.runUntil(network.clock.now() + 1_000)
      return response
    }
    expect(await get('/one')).toBe('/one')
    expect(await get('/two')).toBe('/two')
    await network.clock.runUntilIdle()
    const end = 1_000 + LATENCY + 5_000 + LATENCY
    expect(ends(network.trace)).toEqual([
      [end, 'server', 'fin', 'network'],
      [end, 'client', 'fin', 'network'],
    ])
    expect(await get('/three')).toBe('/three')
    const connections = ofType(network.trace, 'httpRequest').map((event) => event.connectionId)
    expect([...new Set(connections)]).toEqual(['http-1', 'http-2'])
  })

  it('fails a request whose response takes too long', async () => {
    const server = `
      import { createServer } from 'node:http'
      createServer((request, response) => {
        setTimeout(() => response.end('late'), 10_000)
      }).listen(8080)
    `
    const failed: unknown[] = []
    await runProgram(
      server,
      ({ fetch, clock }) => {
        fetch('http://localhost:8080/').catch((error: unknown) => failed.push([clock.now(), error]))
      },
      proxied(5_000),
    )
    expect(failed).toMatchObject([[expect.any(Number), { name: 'TypeError' }]])
  })

  it('cuts in the same way whenever the same run is repeated, with jitter too', async () => {
    const once = () => runProgram(scenario('server-ping'), connect, proxied(9_000, { jitter: 50 }))
    expect(await once()).toEqual(await once())
  })
})
