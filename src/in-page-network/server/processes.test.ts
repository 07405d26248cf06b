import { describe, expect, it } from 'vitest'
import type { PlannedIntervention } from '../../core/trace/intervention.ts'
import { previewConsole } from '../../core/trace/describe/preview.ts'
import { createNetwork } from '../create-network.ts'
import type { VirtualNetwork } from '../network.ts'
import { nodeModuleLoader } from '../testing/node-module-loader.ts'
import { ofType, quickLink } from '../testing/run-program.ts'

const PORTS = [8080, 8081]

async function start(
  source: string,
  interventions: readonly PlannedIntervention[] = [],
): Promise<VirtualNetwork> {
  const network = createNetwork({
    ...{ clock: 'virtual', conditions: quickLink, processes: PORTS, interventions },
    baseUrl: 'http://localhost/',
  })
  await network.runServer(source, { load: nodeModuleLoader })
  await network.clock.settle()
  return network
}

/** `8081 text`, of every line that a server printed. */
const printed = ({ trace }: VirtualNetwork) =>
  ofType(trace, 'consoleMessage').map(
    (line) => `${String(line.server)} ${previewConsole(line.arguments, 100)}`,
  )

const LISTENS = `
  import { WebSocketServer } from 'ws'
  const server = new WebSocketServer({ port: process.env.PORT })
`

describe('one server program in several processes', () => {
  it('is evaluated in each, with a port, a pid and variables of its own', async () => {
    const network = await start(`
      let count = 0
      count += 1
      console.log(process.env.PORT, process.pid, count)`)
    expect(printed(network)).toEqual(['8080 8080 1 1', '8081 8081 2 1'])
  })

  it('listens at each port', async () => {
    const network = await start(`${LISTENS}
      server.on('connection', (socket) => socket.send(process.env.PORT))`)
    const heard: string[] = []
    for (const port of PORTS) {
      const socket = new network.WebSocket(`ws://localhost:${String(port)}`)
      socket.onmessage = ({ data }) => heard.push(String(data))
    }
    await network.clock.runUntil(1000)
    expect(heard).toEqual(['8080', '8081'])
  })

  it('has a port that is taken, where it does not ask for its own', async () => {
    const network = await start(`
      import { createServer } from 'node:net'
      createServer().listen(8080).on('error', (error) => console.log(error.code))`)
    expect(printed(network)).toEqual(['8081 EADDRINUSE'])
  })

  it('gives each timer of the run an id of its own', async () => {
    const network = await start(`setTimeout(() => undefined, 10)`)
    expect(ofType(network.trace, 'timerSet').map((e) => [e.server, e.timerId])).toEqual([
      [8080, 1],
      [8081, 2],
    ])
  })

  it('ends in one process, by exit or by an error, and goes on in the other', async () => {
    const network = await start(`
      setTimeout(() => {
        if (process.env.PORT === '8080') throw new Error('out of tea')
        console.log('still here')
      }, 10)`)
    await network.clock.runUntil(100)
    expect(printed(network)).toEqual(['8081 still here'])
    expect(ofType(network.trace, 'uncaughtError')).toMatchObject([
      { server: 8080, message: 'out of tea' },
    ])
  })

  it('has a rejection at the process whose script its stack names', async () => {
    const network = await start(`
      process.on('unhandledRejection', (reason) => console.log('rejected', reason.message))`)
    const reason = Object.assign(new Error('no'), { stack: 'at f (8081/server.js:3:5)' })
    network.rejectedOnServer(reason, Promise.resolve())
    expect(printed(network)).toEqual(['8081 rejected no'])
  })

  it('begins in the next process where the first waits at its top level', async () => {
    const network = createNetwork({ clock: 'virtual', conditions: quickLink, processes: PORTS })
    const running = network.runServer(
      `console.log('begun'); await new Promise((done) => setTimeout(done, 50)); console.log('done')`,
      { load: nodeModuleLoader },
    )
    await network.clock.runUntil(10)
    await expect.poll(() => printed(network)).toEqual(['8080 begun', '8081 begun'])
    await network.clock.runUntil(100)
    await running
    expect(printed(network).slice(2)).toEqual(['8080 done', '8081 done'])
  })
})

describe('a signal from outside', () => {
  const HANDLES = `process.on('SIGTERM', (name) => { console.log(name); setTimeout(() => process.exit(), 20) })
    setInterval(() => console.log('tick'), 100)`

  it('is handled by the program of the port, which ends when it wants', async () => {
    const network = await start(HANDLES, [
      { kind: 'stopServer', time: 50, signal: 'SIGTERM', server: 8081 },
    ])
    await network.clock.runUntil(250)
    expect(printed(network)).toEqual(['8081 SIGTERM', '8080 tick', '8080 tick'])
    const [stop] = ofType(network.trace, 'intervention')
    expect(stop).toMatchObject({ kind: 'stopServer', server: 8081, signal: 'SIGTERM', time: 50 })
    expect(ofType(network.trace, 'consoleMessage')[0]?.cause).toBe(stop?.seq)
  })

  it('ends every process where it names none', async () => {
    const network = await start(HANDLES, [{ kind: 'stopServer', time: 150, signal: 'SIGKILL' }])
    await network.clock.runUntil(1000)
    expect(printed(network)).toEqual(['8080 tick', '8081 tick'])
  })

  it('ends a program that does not handle it', async () => {
    const network = await start(`setInterval(() => console.log('tick'), 100)`, [
      { kind: 'stopServer', time: 150, signal: 'SIGTERM', server: 8080 },
    ])
    await network.clock.runUntil(250)
    expect(printed(network)).toEqual(['8080 tick', '8081 tick', '8081 tick'])
  })

  it('comes late where the programs are stalled, except for SIGKILL', async () => {
    const stall: PlannedIntervention = { kind: 'stallServer', time: 10, duration: 80 }
    const network = await start(HANDLES, [
      stall,
      { kind: 'stopServer', time: 20, signal: 'SIGTERM', server: 8080 },
      { kind: 'stopServer', time: 30, signal: 'SIGKILL', server: 8081 },
    ])
    await network.clock.runUntil(500)
    expect(ofType(network.trace, 'consoleMessage').map((e) => [e.server, e.time])).toEqual([
      [8080, 90],
      [8080, 100],
    ])
  })
})
