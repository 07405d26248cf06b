import { describe, expect, it } from 'vitest'
import type { LinkConditions } from '../../core/trace/header.ts'
import { createVirtualClock } from '../clock/virtual-clock.ts'
import { createRandomStream } from '../random.ts'
import { Pipe, RECEIVE_WINDOW } from './pipe.ts'

const KIB = 1024

function setUp(conditions: Partial<LinkConditions> = {}) {
  const clock = createVirtualClock()
  const state = { conditions: { latency: 10, jitter: 0, bandwidth: null, ...conditions } }
  const arrived: {
    readonly time: number
    readonly what: string
    readonly length: number
    readonly tag: number | undefined
  }[] = []
  const segments: number[] = []
  const counts = { timers: 0 }
  const note = (what: string, length: number, tag: number | undefined) => {
    arrived.push({ time: clock.now(), what, length, tag })
  }
  const { setTimer } = clock
  clock.setTimer = (callback, delay) => {
    counts.timers += 1
    return setTimer(callback, delay)
  }
  const pipe: Pipe = new Pipe(
    { clock, conditions: () => state.conditions, random: createRandomStream(1, 'link') },
    {
      receiveData: (data, tag) => note(data.subarray(0, 100).join(' '), data.length, tag),
      receiveSignal: (signal, tag) => note(signal, 0, tag),
    },
    {
      established: () => undefined,
      left: (content) => typeof content !== 'string' && segments.push(content.length),
      over: () => undefined,
    },
  )
  const send = (first: number, length = 1, left?: (octets: number) => void) => {
    const data = new Uint8Array(length)
    data[0] = first
    pipe.send(data, undefined, left)
  }
  return { clock, pipe, send, state, arrived, segments, counts }
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
      [10, '1 2'],
      [10, 'fin'],
    ])
  })

  it('delivers what is due at one instant as one read, with the tag of its first octets', async () => {
    const { clock, pipe, arrived, counts } = setUp()
    for (let index = 0; index < 500; index += 1) pipe.send(new Uint8Array(43), index)
    await clock.runUntil(1)
    pipe.send(new Uint8Array(1), 500)
    await clock.runUntil(Infinity)
    expect(arrived.map(({ time, length, tag }) => [time, length, tag])).toEqual([
      [10, 500 * 43, 0],
      [11, 1, 500],
    ])
    expect(counts.timers).toBe(2)
  })

  it('never reorders, whatever the jitter', async () => {
    const { clock, send, arrived } = setUp({ jitter: 100 })
    for (let index = 0; index < 100; index += 1) send(index)
    await clock.runUntil(Infinity)
    expect(arrived.flatMap(({ what }) => what.split(' ')).map(Number)).toEqual(
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
    pipe.acknowledge(1000)
    await clock.runUntil(2_000)
    expect(octets()).toBe(RECEIVE_WINDOW + 1000)
    // The acknowledgement took one latency, like any segment.
    expect(arrived.at(-1)?.time).toBe(1_020)
  })

  it('sends no segment smaller than the rest or 64 KiB, however little room there is', async () => {
    const { clock, pipe, send, segments } = setUp()
    send(1, RECEIVE_WINDOW + 100 * KIB)
    await clock.runUntil(100)
    expect(segments).toEqual(Array.from({ length: 4 }, () => 64 * KIB))
    for (let acknowledged = 0; acknowledged < 64 * KIB - 1; acknowledged += 1) pipe.acknowledge(1)
    await clock.runUntil(200)
    expect(segments).toHaveLength(4)
    pipe.acknowledge(1)
    await clock.runUntil(300)
    expect(segments.slice(4)).toEqual([64 * KIB])
    pipe.acknowledge(36 * KIB)
    await clock.runUntil(400)
    expect(segments.slice(4)).toEqual([64 * KIB, 36 * KIB])
  })

  it.each([KIB, 1000, 64 * KIB, 100 * KIB])(
    'works off a backlog of messages of %i octets in a time that grows with its length',
    async (size) => {
      const workOff = async (total: number) => {
        const { clock, pipe, send, arrived, segments, counts } = setUp()
        for (let sent = 0; sent < total; sent += size) send(1, size)
        let read = 0
        while (clock.nextTime() !== null) {
          await clock.step()
          // The receiver reads it in pieces of any size.
          for (; read < arrived.length; read += 1) {
            const length = arrived[read]?.length ?? 0
            pipe.acknowledge(length >> 1)
            pipe.acknowledge(length - (length >> 1))
          }
        }
        expect(segments.reduce((sum, length) => sum + length, 0)).toBe(
          Math.ceil(total / size) * size,
        )
        return { segments: segments.length, timers: counts.timers }
      }
      const [small, large] = [await workOff(2048 * KIB), await workOff(8192 * KIB)]
      expect(small.segments).toBeLessThanOrEqual(
        Math.ceil((2048 * KIB) / size) * Math.ceil(size / (64 * KIB)),
      )
      expect(small.timers).toBeLessThanOrEqual(40)
      expect(large.segments).toBeLessThanOrEqual(4.1 * small.segments)
      expect(large.timers).toBeLessThanOrEqual(4.4 * small.timers)
    },
  )

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
