import { describe, expect, it } from 'vitest'
import type { LinkConditions } from '../../core/trace/header.ts'
import { createVirtualClock } from '../clock/virtual-clock.ts'
import { createRandomStream } from '../random.ts'
import { Pipe, RECEIVE_WINDOW } from './pipe.ts'

function setUp(conditions: Partial<LinkConditions> = {}) {
  const clock = createVirtualClock()
  const state = { conditions: { latency: 10, jitter: 0, bandwidth: null, ...conditions } }
  const arrived: { readonly time: number; readonly what: string; readonly length: number }[] = []
  const note = (what: string, length: number) => {
    arrived.push({ time: clock.now(), what, length })
  }
  const pipe: Pipe = new Pipe(
    { clock, conditions: () => state.conditions, random: createRandomStream(1, 'link') },
    {
      receiveData: (data) => note(String(data[0]), data.length),
      receiveSignal: (signal) => note(signal, 0),
    },
  )
  const send = (first: number, length = 1, left?: (octets: number) => void) => {
    const data = new Uint8Array(length)
    data[0] = first
    pipe.send(data, undefined, left)
  }
  return { clock, pipe, send, state, arrived }
}

describe('a pipe', () => {
  it('delivers after its latency, in order, FIN last', async () => {
    const { clock, pipe, send, arrived } = setUp()
    send(1)
    send(2)
    pipe.signal('fin')
    send(3)
    await clock.runUntil(Infinity)
    expect(arrived.map(({ time, what }) => [time, what])).toEqual([
      [10, '1'],
      [10, '2'],
      [10, 'fin'],
    ])
  })

  it('never reorders, whatever the jitter', async () => {
    const { clock, send, arrived } = setUp({ jitter: 100 })
    for (let index = 0; index < 100; index += 1) send(index)
    await clock.runUntil(Infinity)
    expect(arrived.map(({ what }) => Number(what))).toEqual(
      Array.from({ length: 100 }, (_, i) => i),
    )
    expect(new Set(arrived.map(({ time }) => time)).size).toBeGreaterThan(1)
  })

  it('takes the time that its bandwidth requires, and reports what has left', async () => {
    const { clock, send, arrived } = setUp({ bandwidth: 10_000 })
    const left: [number, number][] = []
    send(1, 5_000, (octets) => left.push([clock.now(), octets]))
    await clock.runUntil(Infinity)
    expect(left.reduce((sum, [, octets]) => sum + octets, 0)).toBe(5_000)
    expect(left.length).toBeGreaterThan(2)
    expect(left.at(-1)?.[0]).toBeCloseTo(500)
    expect(arrived.at(-1)?.time).toBeCloseTo(510)
  })

  it('stops when the receiver does not read, and goes on when it has', async () => {
    const { clock, pipe, send, arrived } = setUp()
    send(1, RECEIVE_WINDOW + 1000)
    await clock.runUntil(1_000)
    const octets = () => arrived.reduce((sum, { length }) => sum + length, 0)
    expect(octets()).toBe(RECEIVE_WINDOW)
    pipe.acknowledge(500)
    await clock.runUntil(2_000)
    expect(octets()).toBe(RECEIVE_WINDOW + 500)
    // The acknowledgement took one latency, like any segment.
    expect(arrived.at(-1)?.time).toBe(1_020)
  })

  it('obeys new conditions for what leaves after they changed', async () => {
    const { clock, send, state, arrived } = setUp()
    send(1)
    state.conditions = { ...state.conditions, latency: 50 }
    send(2)
    await clock.runUntil(Infinity)
    expect(arrived.map(({ time }) => time)).toEqual([10, 50])
  })

  it('discards what has not left when it is reset', async () => {
    const { clock, pipe, send, arrived } = setUp({ bandwidth: 1_000 })
    send(1, 100)
    send(2, 100)
    await clock.runUntil(50)
    pipe.reset()
    await clock.runUntil(Infinity)
    expect(arrived.map(({ what }) => what)).not.toContain('2')
    expect(arrived[0]).toMatchObject({ time: 60, what: 'rst' })
  })

  it('delivers nothing once it is silent', async () => {
    const { clock, pipe, send, arrived } = setUp()
    send(1)
    await clock.runUntil(5)
    pipe.silence()
    send(2)
    await clock.runUntil(Infinity)
    expect(arrived).toEqual([])
  })
})
