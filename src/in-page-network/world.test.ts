import { describe, expect, it } from 'vitest'
import type { TraceEvent } from '../core/trace/event.ts'
import { traceToJson } from '../core/trace/export/json.ts'
import { traceFromJson } from '../core/trace/export/read-json.ts'
import type { PlannedIntervention } from '../core/trace/intervention.ts'
import { nodeModuleLoader } from './testing/node-module-loader.ts'
import { ofType } from './testing/run-program.ts'
import type { NodeModules } from './network.ts'
import { world, type ProgramScope, type WorldOptions } from './world.ts'

interface ServerSocket {
  on(event: string, listener: (data: Uint8Array, isBinary: boolean) => void): void
  send(data: unknown): void
}
type ServerClass = new (options: { port: number }) => {
  on(event: 'connection', listener: (socket: ServerSocket) => void): void
}

const echo = (modules: NodeModules) => {
  // What `ws` exports.
  const WebSocketServer = modules['ws']?.['WebSocketServer'] as ServerClass
  new WebSocketServer({ port: 80 }).on('connection', (socket) => {
    socket.on('message', (data) => socket.send(String(data)))
  })
}

/** Sends a number every 100 ms, five times, and prints what comes back and how it ends. */
const counting = ({ WebSocket, console, setInterval, clearInterval }: ProgramScope) => {
  const ws = new WebSocket('ws://a.example')
  let count = 0
  ws.onopen = () => {
    const timer = setInterval(() => {
      ws.send(String((count += 1)))
      if (count === 5) clearInterval(timer)
    }, 100)
  }
  ws.onmessage = ({ data }) => console.log(data)
  ws.onclose = ({ code }) => console.log('closed', code)
}

const run = async (options: Partial<WorldOptions> = {}) => {
  const { events } = await world({
    seed: 5,
    conditions: { latency: 10, jitter: 5 },
    servers: { 'a.example:80': echo },
    program: counting,
    ...options,
  })
  return events
}
const withIntervention = (...interventions: PlannedIntervention[]) => run({ interventions })

/** What the program printed, with its times in whole milliseconds. */
const printed = (events: readonly TraceEvent[]) =>
  ofType(events, 'consoleMessage').map(({ time, arguments: values }) => [
    Math.floor(time),
    values.map((value) => ('text' in value ? value.text : '')).join(' '),
  ])
const texts = (events: readonly TraceEvent[]) => printed(events).map(([, text]) => text)

/** How many events two traces have in common at their beginning. */
function commonLength(one: readonly TraceEvent[], other: readonly TraceEvent[]): number {
  const json = (event: TraceEvent | undefined) => JSON.stringify(event)
  const index = one.findIndex((event, at) => json(event) !== json(other[at]))
  return index === -1 ? one.length : index
}

describe('world', () => {
  it('gives the same trace for the same arguments, and one that can be read again', async () => {
    const options = { program: counting, servers: { 'a.example': echo }, seed: 9 }
    const trace = await world(options)
    const text = traceToJson(trace)
    expect(traceToJson(await world(options))).toBe(text)
    expect(traceFromJson(text).events).toHaveLength(trace.events.length)
    expect(traceToJson(await world({ ...options, seed: 10 }))).not.toBe(text)
    expect(trace.header).toMatchObject({ clock: 'virtual', seed: 9 })
  })

  it('runs a program that is source, which may await at its top', async () => {
    const events = await run({
      load: nodeModuleLoader,
      program: `
        const ws = new WebSocket('ws://a.example')
        await new Promise((resolve) => (ws.onopen = resolve))
        ws.send('hello')
        const { data } = await new Promise((resolve) => (ws.onmessage = resolve))
        console.log(data, Math.random() < 1, performance.now() > 60)
      `,
    })
    expect(texts(events)).toEqual(['hello  '])
  })

  it('gives inputs at their times', async () => {
    const events = await run({
      inputs: [{ time: 250, kind: 'click', target: '#go' }],
      program: ({ onInput, console, performance }: ProgramScope) =>
        onInput(({ target }) => console.log(target, String(performance.now()))),
    })
    expect(ofType(events, 'userInput')).toMatchObject([{ time: 250, target: '#go' }])
    expect(printed(events)).toEqual([[250, '#go 250']])
  })

  it('ends at its `until`, and records what the program throws', async () => {
    const program = ({ setInterval }: ProgramScope) => {
      setInterval(() => {
        throw new RangeError('again')
      }, 400)
    }
    const errors = ofType(await run({ program, until: 1_000 }), 'uncaughtError')
    expect(errors.map(({ time, name }) => [time, name])).toEqual([
      [400, 'RangeError'],
      [800, 'RangeError'],
    ])
    const rejected = await run({ program: () => Promise.reject(new TypeError('no')) })
    expect(ofType(rejected, 'uncaughtError')).toMatchObject([{ name: 'TypeError', time: 0 }])
    const unreadable = await run({ program: 'let let', load: nodeModuleLoader })
    expect(ofType(unreadable, 'uncaughtError')).toMatchObject([{ kind: 'syntaxError' }])
  })

  it.each(['rst', 'fin'] as const)(
    'refuses a connection that a %s cuts before it is there',
    async (how) => {
      const program = ({ WebSocket, console, setTimeout }: ProgramScope) => {
        const connect = () => {
          const ws = new WebSocket('ws://a.example')
          ws.onopen = () => console.log('open')
          ws.onclose = ({ code }) => {
            console.log('closed', code)
            setTimeout(connect, 100)
          }
        }
        connect()
      }
      const interventions = [{ kind: 'cut', time: 8, how } as const]
      const events = await run({ program, interventions, conditions: { latency: 10 } })
      expect(printed(events)).toEqual([
        [8, 'closed 1006'],
        [148, 'open'],
      ])
    },
  )

  it('rejects with what keeps a server from running', async () => {
    const broken = () => {
      throw new Error('no server')
    }
    await expect(run({ servers: { 'a.example:80': broken } })).rejects.toThrow('no server')
  })
})

describe('interventions', () => {
  it('drop the frame with a seq, and leave everything before it as it was', async () => {
    const before = await run()
    const third = ofType(before, 'frameSent').filter(({ side }) => side === 'client')[2]
    const seq = third?.seq ?? -1
    const after = await withIntervention({ kind: 'dropFrame', seq })
    expect(texts(before)).toEqual(['1', '2', '3', '4', '5'])
    expect(texts(after)).toEqual(['1', '2', '4', '5'])
    expect(commonLength(before, after)).toBe(seq + 1)
    expect(after[seq + 1]).toMatchObject({
      type: 'intervention',
      kind: 'dropFrame',
      connectionId: 'ws-1',
      side: 'client',
      cause: seq,
    })
    const arrived = ofType(after, 'messageReceived').filter(({ side }) => side === 'server')
    expect(arrived.map(({ data }) => data)).toEqual(
      ['1', '2', '4', '5'].map((text) => ({ kind: 'text', text })),
    )
    expect(ofType(after, 'frameReceived').some(({ cause }) => cause === seq)).toBe(false)
  })

  it('drop the first frame of a side after a time', async () => {
    const events = await withIntervention({
      kind: 'dropFrame',
      time: 300,
      connectionId: 'ws-1',
      side: 'server',
    })
    expect(texts(events)).toEqual(['1', '2', '4', '5'])
    const [intervention] = ofType(events, 'intervention')
    expect(intervention).toMatchObject({ kind: 'dropFrame', side: 'server' })
    expect(intervention?.time).toBeGreaterThan(300)
  })

  it.each(['rst', 'fin'] as const)('cut a connection by %s at both ends', async (how) => {
    const before = await run()
    const after = await withIntervention({ kind: 'cut', time: 260, connectionId: 'ws-1', how })
    expect(texts(after)).toEqual(['1', 'closed 1006'])
    expect(printed(after).at(-1)?.[0]).toBe(260)
    const common = commonLength(before, after)
    expect(after[common]).toMatchObject({ type: 'intervention', kind: 'cut', time: 260 })
    expect(ofType(after, 'transportClosed').slice(0, 2)).toMatchObject([
      { side: 'client', how, by: 'network' },
      { side: 'server', how, by: 'network' },
    ])
  })

  it('lose the answer, on whichever connection it comes', async () => {
    const events = await withIntervention({ kind: 'dropFrame', time: 300, side: 'server' })
    expect(texts(events)).toEqual(['1', '2', '4', '5'])
  })

  it.each(['client', 'server'] as const)(
    'cut the connection in the middle of a message of the %s: its half arrives, and no message',
    async (side) => {
      const before = await run()
      const after = await withIntervention({
        kind: 'cut',
        time: 260,
        how: 'rst',
        within: 'message',
        side,
      })
      const halved = ofType(after, 'frameSent').findLast((event) => event.side === side)
      const whole = halved?.frame.header.length ?? 0
      const octets = ofType(after, 'bytesReceived').findLast((event) => event.side !== side)
      expect(octets?.data.length).toBe(Math.ceil((whole + (halved?.frame.payload.length ?? 0)) / 2))
      expect(ofType(after, 'frameReceived').some(({ cause }) => cause === halved?.seq)).toBe(false)
      const [intervention] = ofType(after, 'intervention')
      expect(intervention).toMatchObject({ kind: 'cut', connectionId: 'ws-1', time: octets?.time })
      expect(texts(after).at(-1)).toBe('closed 1006')
      expect(texts(after).length).toBeLessThan(texts(before).length + 1)
      expect(ofType(after, 'transportClosed').map(({ by }) => by)).toEqual(['network', 'network'])
    },
  )

  it('cut every connection by silence, which nobody notices', async () => {
    const events = await withIntervention({ kind: 'cut', time: 260, how: 'silence' })
    expect(texts(events)).toEqual(['1'])
    expect(ofType(events, 'intervention')[0]?.connectionId).toBeUndefined()
    expect(ofType(events, 'closed')).toEqual([])
  })

  it('stall the server: every answer is late, and in order', async () => {
    const before = await run()
    const after = await withIntervention({ kind: 'stallServer', time: 200, duration: 1_000 })
    expect(texts(after)).toEqual(['1', '2', '3', '4', '5'])
    const [first, ...others] = printed(after).map(([time]) => Number(time))
    expect(first).toBeLessThan(200)
    expect(others.every((time) => time >= 1_210 && time < 1_230)).toBe(true)
    const common = commonLength(before, after)
    expect(after[common]).toMatchObject({ kind: 'stallServer', time: 200, duration: 1_000 })
  })

  it("stall the server's timers and new connections too", async () => {
    const server = (_modules: NodeModules, { setInterval, console }: ServerScope) => {
      setInterval(() => console.log('tick'), 100)
    }
    const events = await run({
      servers: { 'a.example:80': server },
      program: () => undefined,
      interventions: [{ kind: 'stallServer', time: 150, duration: 300 }],
      until: 700,
    })
    expect(printed(events).map(([time]) => time)).toEqual([100, 450, 550, 650])
  })

  it('delay everything from a time on', async () => {
    const before = await run()
    const after = await withIntervention({ kind: 'delay', time: 300, duration: 500 })
    expect(texts(after)).toEqual(['1', '2', '3', '4', '5'])
    const late = printed(after).filter(([time]) => Number(time) > 1_000)
    expect(late.length).toBeGreaterThanOrEqual(2)
    expect(after[commonLength(before, after)]).toMatchObject({ kind: 'delay', duration: 500 })
  })

  describe('slow timers', () => {
    const ticking = ({
      WebSocket,
      console,
      setInterval,
      setTimeout,
      clearTimeout,
    }: ProgramScope) => {
      setInterval(() => console.log('tick'), 25_000)
      setTimeout(() => console.log('once'), 95_000)
      const cleared = setTimeout(() => console.log('never'), 40_000)
      setTimeout(() => clearTimeout(cleared), 29_000)
      const ws = new WebSocket('ws://a.example')
      ws.onopen = () => ws.send('echo')
      ws.onmessage = ({ data }) => console.log(data)
    }
    const seconds = (events: readonly TraceEvent[]) =>
      printed(events).map(([time, text]) => `${text} ${String(Math.round(Number(time) / 1000))}`)

    it('fire once a minute, all that are due, until the tab is back', async () => {
      const events = await run({
        program: ticking,
        until: 240_000,
        interventions: [{ kind: 'slowTimers', time: 30_000, duration: 150_000 }],
      })
      expect(seconds(events)).toEqual([
        'echo 0',
        'tick 25',
        'tick 90',
        // It was due at 95, and this tick at 115.
        'once 150',
        'tick 150',
        'tick 180',
        'tick 205',
        'tick 230',
      ])
      expect(ofType(events, 'intervention')).toMatchObject([
        { kind: 'slowTimers', side: 'client', time: 30_000, duration: 150_000 },
      ])
    })

    it('stay slow to the end without a duration, and hold up no message', async () => {
      const events = await run({
        program: ticking,
        until: 240_000,
        interventions: [{ kind: 'slowTimers', time: 0 }],
      })
      expect(seconds(events)).toEqual([
        'echo 0',
        'tick 60',
        'tick 120',
        'once 120',
        'tick 180',
        'tick 240',
      ])
      const [intervention] = ofType(events, 'intervention')
      expect(intervention?.duration).toBeUndefined()
    })
  })

  it('are refused if they are invalid', async () => {
    const wrong = { kind: 'cut', time: -1, how: 'rst' } as const
    await expect(withIntervention(wrong)).rejects.toThrow('interventions[0].time: -1 is not 0')
  })
})

interface ServerScope {
  readonly setInterval: (run: () => void, delay: number) => unknown
  readonly console: Console
}
