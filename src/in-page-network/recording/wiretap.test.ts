import { expect, it } from 'vitest'
import type { TraceEvent } from '../../core/trace/event.ts'
import { problemOfEvent } from '../../core/trace/schema.ts'
import { ofType, runProgram, scenario, startNetwork } from '../testing/run-program.ts'

it('gives frames of every length as events that a host accepts', async () => {
  const lengths = Array.from({ length: 300 }, (_, length) => length)
  const trace = await runProgram(scenario('echo'), ({ WebSocket }) => {
    const ws = new WebSocket('ws://localhost:8080')
    ws.onopen = () => {
      for (const length of lengths) ws.send('x'.repeat(length))
    }
  })
  expect(ofType(trace, 'frameReceived')).toHaveLength(2 * lengths.length)
  expect(trace.map(problemOfEvent).filter((problem) => problem !== null)).toEqual([])
})

it('records 13 events for each message of a burst that is echoed: what arrives at one instant is one read', async () => {
  const messages = 500
  const network = await startNetwork(scenario('echo'))
  const ws = new network.WebSocket('ws://localhost:8080')
  ws.onopen = () => {
    for (let sent = 0; sent < messages; sent += 1) ws.send('x'.repeat(43))
  }
  await network.clock.runUntil(60)
  let timers = 0
  for (; network.clock.nextTime() !== null; timers += 1) await network.clock.step()
  network.stop()
  const first = network.trace.findIndex(
    (event) => event.type === 'apiCall' && event.method === 'send',
  )
  const counts = new Map<string, number>()
  for (const { side, type } of network.trace.slice(first)) {
    const name = `${side} ${type}`
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const one = messages
  const reads = expect.toSatisfy((count: number) => count <= 2)
  expect(Object.fromEntries(counts)).toEqual({
    'client apiCall': one,
    'client bufferedAmountChanged': 2 * one,
    'client messageSent': one,
    'client bytesSent': one,
    'client frameSent': one,
    'server bytesReceived': reads,
    'server frameReceived': one,
    'server messageReceived': one,
    'server bytesSent': reads,
    'server frameSent': one,
    'server messageSent': one,
    'client bytesReceived': reads,
    'client frameReceived': one,
    'client messageReceived': one,
    'client eventFired': one,
  })
  expect(timers).toBeLessThan(5)
})

it('names the message that a server program prints and sends for, though all came in one read', async () => {
  const server = `
    import { WebSocketServer } from 'ws'
    new WebSocketServer({ port: 8080 }).on('connection', (socket) => {
      socket.on('message', (data) => {
        console.log(String(data))
        socket.send('re ' + data)
      })
      socket.on('ping', () => console.log('ping'))
    })
  `
  const trace = await runProgram(server, ({ WebSocket }) => {
    const ws = new WebSocket('ws://localhost')
    ws.onopen = () => {
      for (const text of ['a', 'b', 'c']) ws.send(text)
    }
  })
  const reads = ofType(trace, 'bytesReceived').filter(({ side }) => side === 'server')
  expect(reads).toHaveLength(2)
  const textOf = (event: TraceEvent | undefined) =>
    event?.type === 'messageReceived' && event.data.kind === 'text' ? event.data.text : event?.type
  const printed = ofType(trace, 'consoleMessage').map((event) => [
    event.arguments[0],
    textOf(trace[event.cause ?? -1]),
  ])
  expect(printed).toMatchObject([
    [{ text: 'a' }, 'a'],
    [{ text: 'b' }, 'b'],
    [{ text: 'c' }, 'c'],
  ])
  const frames = ofType(trace, 'frameSent').filter(({ side }) => side === 'server')
  expect(frames.map(({ cause }) => textOf(trace[cause ?? -1]))).toEqual(['a', 'b', 'c'])
})
