import { describe, expect, it } from 'vitest'
import type { TraceEvent } from '../core/trace/event.ts'
import { traceFrom, type EventSketch } from '../core/trace/testing/sketch.ts'
import { batchPerAnimationFrame } from './batched.ts'

const line: EventSketch = { type: 'consoleMessage', level: 'log', arguments: [] }
const events = traceFrom(Array.from({ length: 1000 }, (_, at) => ({ ...line, at })))

function stage(costOfAnEvent = 0) {
  const told: string[] = []
  const frames: (() => void)[] = []
  const timers: { readonly callback: () => void; readonly at: number }[] = []
  let now = 0
  const { listen } = batchPerAnimationFrame(
    (message) => {
      if (message.type === 'ended') told.push(message.reason)
      if (message.type !== 'records') return
      const { events: given, computedUntil } = message
      now += given.length * costOfAnEvent
      told.push(`${given[0]?.seq}-${given.at(-1)?.seq} until ${computedUntil}`)
    },
    {
      nextFrame: (callback) => void frames.push(callback),
      later: (callback, delay) => void timers.push({ callback, at: now + delay }),
      now: () => now,
    },
  )
  const frame = (duration = 0) => {
    now += duration
    if ((timers[0]?.at ?? Infinity) <= now) timers.shift()?.callback()
    frames.shift()?.()
  }
  const record = (given: readonly TraceEvent[], computedUntil: number) =>
    listen({ type: 'records', events: given, computedUntil })
  return { listen, record, told, frame }
}

describe('batchPerAnimationFrame', () => {
  it('hands on the first batch at once, and the following ones with the next frame', () => {
    const { record, told, frame } = stage()
    record(events.slice(0, 2), 2)
    record(events.slice(2, 3), 3)
    record(events.slice(3, 5), 9)
    expect(told).toEqual(['0-1 until 2'])
    frame()
    expect(told).toEqual(['0-1 until 2', '2-4 until 9'])
    frame()
    record(events.slice(5, 6), 10)
    expect(told.at(-1)).toBe('5-5 until 10')
  })

  it('hands on a large batch in pieces, and never claims a piece to be all', () => {
    const { record, told, frame } = stage(1 / 16)
    record(events, 2000)
    expect(told).toEqual(['0-127 until 128', '128-255 until 256'])
    for (let count = 0; count < 5; count += 1) frame()
    expect(told).toHaveLength(8)
    expect(told.at(-1)).toBe('896-999 until 2000')
  })

  it('leaves frames free for a bounded time if drawing takes long', () => {
    const { record, told, frame } = stage()
    record(events.slice(0, 512), 512)
    expect(told.splice(0)).toHaveLength(4)
    record(events.slice(512, 513), 513)
    frame(30)
    for (let count = 0; count < 9; count += 1) frame(16)
    expect(told).toEqual([])
    frame(16)
    expect(told).toEqual(['512-512 until 513'])
    record(events.slice(513, 514), 514)
    frame(2000)
    for (let count = 0; count < 18; count += 1) frame(16)
    expect(told).toHaveLength(1)
    frame(16)
    expect(told).toHaveLength(2)
  })

  it('does not rest at the beginning of a run', () => {
    const { record, told, frame } = stage()
    record(events.slice(0, 1), 1)
    record(events.slice(1, 2), 2)
    frame(30)
    expect(told).toEqual(['0-0 until 1', '1-1 until 2'])
  })

  it('keeps messages in order', () => {
    const { listen, record, told } = stage()
    record(events.slice(0, 2), 2)
    record(events.slice(2, 4), 4)
    listen({ type: 'ended', reason: 'idle', time: 4 })
    expect(told).toEqual(['0-1 until 2', '2-3 until 4', 'idle'])
  })

  it('reports how far the run has come even without events', () => {
    const { record, told, frame } = stage()
    record([], 5)
    record([], 10)
    frame()
    expect(told).toEqual(['undefined-undefined until 5', 'undefined-undefined until 10'])
  })
})
