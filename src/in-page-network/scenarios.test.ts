import { describe, expect, it } from 'vitest'
import { ofType, runProgram, scenario, startNetwork } from './testing/run-program.ts'

const statesOf = (trace: Awaited<ReturnType<typeof runProgram>>) =>
  ofType(trace, 'readyStateChanged').map(({ time, to }) => [time, to])
const firedOf = (trace: Awaited<ReturnType<typeof runProgram>>) =>
  ofType(trace, 'eventFired').map(({ eventType }) => eventType)

describe('the scenarios in the page', () => {
  it('echo sends text and octets back as they came', async () => {
    const received: unknown[] = []
    const trace = await runProgram(scenario('echo'), ({ WebSocket }) => {
      const ws = new WebSocket('wss://echo.websocket.org')
      ws.binaryType = 'arraybuffer'
      ws.onopen = () => {
        ws.send('héllo')
        ws.send(Uint8Array.of(1, 2, 3))
      }
      ws.onmessage = ({ data }) => {
        received.push(data)
        if (received.length === 2) ws.close(1000, 'bye')
      }
    })
    expect(received).toEqual(['héllo', Uint8Array.of(1, 2, 3).buffer])
    expect(ofType(trace, 'closed')).toMatchObject([{ code: 1000, reason: 'bye', wasClean: true }])
    expect(statesOf(trace)).toEqual([
      [0, 0],
      [80, 1],
      [120, 2],
      [160, 3],
    ])
  })

  it('the clock tells a WebSocket the time each second until the client leaves', async () => {
    const times: unknown[] = []
    const trace = await runProgram(scenario('clock-push'), ({ WebSocket }) => {
      const ws = new WebSocket('ws://localhost:8080')
      ws.onmessage = ({ data }) => {
        times.push(JSON.parse(String(data)))
        if (times.length === 3) ws.close()
      }
    })
    expect(times).toEqual(
      [1, 2, 3].map((number) => ({
        type: 'time',
        number,
        time: `2026-01-01T00:00:0${String(number)}.000Z`,
      })),
    )
    expect(ofType(trace, 'timerCleared')).toMatchObject([{ side: 'server', kind: 'timeout' }])
    expect(firedOf(trace)).toEqual(['open', 'message', 'message', 'message', 'close'])
  })

  it('the clock tells the same in four ways, each as late as its way is', async () => {
    const heard: Record<string, unknown[]> = { polling: [], long: [], events: [], socket: [] }
    await runProgram(
      scenario('clock-push'),
      ({ WebSocket, EventSource, fetch, clock, clientGlobals }) => {
        const hear = (way: string, text: unknown) => {
          const { number } = JSON.parse(String(text)) as { number: number }
          heard[way]?.push([clock.now(), number])
          return number
        }
        const ask = async (way: string, path: string) => hear(way, await (await fetch(path)).text())

        // Polls find nothing new at first, and the news late.
        for (const time of [0, 700, 1_400, 2_100]) {
          clientGlobals.setTimeout(() => void ask('polling', '/now'), time)
        }
        const askNext = async (after: number): Promise<void> => {
          const number = await ask('long', `/next?after=${String(after)}`)
          if (number < 2) await askNext(number)
        }
        void askNext(0)
        const source = new EventSource('/events')
        source.onmessage = ({ data }) => {
          if (hear('events', data) === 2) source.close()
        }
        const ws = new WebSocket('/')
        ws.onmessage = ({ data }) => {
          if (hear('socket', data) === 2) ws.close()
        }
      },
      { baseUrl: 'http://localhost:8080/', until: 10_000 },
    )
    expect(heard).toEqual({
      // The connection and the request on it take two round trips of 40 ms.
      polling: [
        [80, 0],
        [740, 0],
        [1_440, 1],
        [2_140, 2],
      ],
      long: [
        [1_020, 1],
        [2_020, 2],
      ],
      events: [
        [1_020, 1],
        [2_020, 2],
      ],
      socket: [
        [1_020, 1],
        [2_020, 2],
      ],
    })
  })

  it('the clock answers a request for a past time at once, with the present one', async () => {
    const network = await startNetwork(scenario('clock-push'), {
      baseUrl: 'http://localhost:8080/',
    })
    const answers: unknown[] = []
    network.clientGlobals.setTimeout(async () => {
      const old = await network.fetch('/next?after=1')
      answers.push([network.clock.now(), old.headers.get('access-control-allow-origin')])
      answers.push((await network.fetch('/elsewhere')).status)
    }, 3_500)
    await network.clock.runUntil(10_000)
    expect(answers).toEqual([[3_580, '*'], 404])
  })

  it('slow accept answers the handshake after 800 ms', async () => {
    const trace = await runProgram(scenario('slow-accept'), ({ WebSocket }) => {
      const ws = new WebSocket('ws://localhost:8080')
      ws.onopen = () => ws.close()
    })
    expect(statesOf(trace)).toEqual([
      [0, 0],
      [880, 1],
      [880, 2],
      [920, 3],
    ])
  })

  it('slow accept survives a client that leaves before it is answered', async () => {
    const trace = await runProgram(scenario('slow-accept'), ({ WebSocket, clientGlobals }) => {
      const ws = new WebSocket('ws://localhost:8080')
      clientGlobals.setTimeout(() => ws.close(), 100)
    })
    expect(firedOf(trace)).toEqual(['error', 'close'])
    expect(ofType(trace, 'closed')).toMatchObject([{ code: 1006, wasClean: false }])
    expect(ofType(trace, 'uncaughtError')).toEqual([])
  })

  it('close 4001 greets, then closes with its own code and reason', async () => {
    const trace = await runProgram(scenario('close-4001'), ({ WebSocket }) => {
      const ws = new WebSocket('ws://localhost:8080')
      ws.onmessage = () => ws.send('hello')
    })
    expect(firedOf(trace)).toEqual(['open', 'message', 'close'])
    expect(ofType(trace, 'eventFired').at(-1)).toMatchObject({
      code: 4001,
      reason: 'session expired',
      wasClean: true,
    })
    expect(statesOf(trace).map(([, state]) => state)).toEqual([0, 1, 2, 3])
  })

  it('TCP drop ends without a Close frame: 1006', async () => {
    const trace = await runProgram(scenario('tcp-drop'), ({ WebSocket }) => {
      const ws = new WebSocket('ws://localhost:8080')
      ws.onopen = () => ws.send('1')
      ws.onmessage = () => ws.send('more')
    })
    expect(firedOf(trace)).toEqual(['open', 'message', 'message', 'close'])
    expect(ofType(trace, 'closed')).toMatchObject([{ code: 1006, wasClean: false }])
    expect(ofType(trace, 'frameReceived').every(({ frame }) => frame.opcode === 1)).toBe(true)
    expect(ofType(trace, 'transportClosed')).toMatchObject([
      { side: 'server', how: 'fin', by: 'server' },
      { side: 'client', how: 'fin', by: 'server' },
    ])
  })

  it('gives the same trace for the same seed, and another for another', async () => {
    const run = (seed: number) =>
      runProgram(
        scenario('clock-push'),
        ({ WebSocket, clientGlobals }) => {
          const ws = new WebSocket('ws://localhost:8080')
          ws.onmessage = ({ data }) => ws.send(`${String(data)} ${String(clientGlobals.random())}`)
        },
        { seed, until: 5_000, conditions: { latency: 30, jitter: 40, bandwidth: 10_000 } },
      )
    const [first, second, other] = [await run(7), await run(7), await run(8)]
    expect(first.length).toBeGreaterThan(50)
    expect(second).toEqual(first)
    expect(JSON.stringify(other)).not.toBe(JSON.stringify(first))
  })
})
