import { expect, it } from 'vitest'
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
