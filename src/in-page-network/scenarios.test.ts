import { describe, expect, it } from 'vitest'
import { ofType, runProgram, scenario } from './testing/run-program.ts'

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

  it('clock push tells the time each second until the client leaves', async () => {
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
        time: `2026-01-01T00:00:0${String(number)}.060Z`,
      })),
    )
    expect(ofType(trace, 'timerCleared')).toMatchObject([{ side: 'server', kind: 'interval' }])
    expect(firedOf(trace)).toEqual(['open', 'message', 'message', 'message', 'close'])
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
