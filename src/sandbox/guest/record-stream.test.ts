import { describe, expect, it } from 'vitest'
import type { TraceEvent, TraceEventDraft } from '../../core/trace/event.ts'
import { RecordStream } from './record-stream.ts'

interface Batch {
  readonly seqs: readonly number[]
  readonly computedUntil: number
}

function streamWithClock() {
  const clock = { now: 0, time: 0 }
  const batches: Batch[] = []
  const sent: TraceEvent[] = []
  const waiting: (() => void)[] = []
  const releases: number[] = []
  const stream = new RecordStream({
    time: () => clock.time,
    now: () => clock.now,
    later: (callback) => waiting.push(callback),
    send(events, computedUntil) {
      batches.push({ seqs: events.map(({ seq }) => seq), computedUntil })
      sent.push(...events)
    },
    released: () => releases.push(clock.time),
  })
  const runLater = () => {
    clock.now += 16
    for (const callback of waiting.splice(0)) callback()
  }
  return { stream, clock, batches, sent, releases, runLater }
}

const printed: TraceEventDraft = {
  type: 'consoleMessage',
  side: 'client',
  provenance: 'observed',
  level: 'log',
  arguments: [],
}

const fired: TraceEventDraft = {
  type: 'eventFired',
  side: 'client',
  provenance: 'observed',
  connectionId: 'ws-1',
  eventType: 'open',
  listeners: 1,
}

const handler = { file: 'client.js', line: 2, column: 13 }

describe('batches', () => {
  it('sends the first 8 events at once and those after them together', () => {
    const { stream, batches, runLater } = streamWithClock()
    for (let index = 0; index < 11; index += 1) stream.record(printed)
    expect(batches.map(({ seqs }) => seqs.length)).toEqual(Array(8).fill(1))
    runLater()
    expect(batches.at(-1)?.seqs).toEqual([8, 9, 10])
  })

  it('sends at once again when the interval has passed', () => {
    const { stream, clock, batches } = streamWithClock()
    stream.record(printed)
    clock.now = 16
    stream.record(printed)
    expect(batches.map(({ seqs }) => seqs)).toEqual([[0], [1]])
  })

  it('sends one event in each interval at once while there is no rest, the others together', () => {
    const { stream, clock, batches, runLater } = streamWithClock()
    for (let index = 0; index < 8; index += 1) stream.record(printed)
    clock.now += 16
    for (let index = 0; index < 4; index += 1) stream.record(printed)
    expect(batches.slice(8).map(({ seqs }) => seqs)).toEqual([[8]])
    runLater()
    expect(batches.slice(9).map(({ seqs }) => seqs)).toEqual([[9, 10, 11]])
  })

  it('sends 8 events at once again after a rest', () => {
    const { stream, clock, batches } = streamWithClock()
    for (let index = 0; index < 8; index += 1) stream.record(printed)
    clock.now += 100
    for (let index = 0; index < 8; index += 1) stream.record(printed)
    expect(batches.map(({ seqs }) => seqs.length)).toEqual(Array(16).fill(1))
  })

  it('does not let more than 512 events wait', () => {
    const { stream, batches } = streamWithClock()
    for (let index = 0; index < 8 + 512; index += 1) stream.record(printed)
    expect(batches.slice(8).map(({ seqs }) => seqs.length)).toEqual([512])
  })

  it('dates events with the time of the run and reports how far it is computed', () => {
    const { stream, clock, batches, sent } = streamWithClock()
    clock.time = 20
    stream.record(printed)
    clock.time = 35
    stream.flush(true)
    expect(sent[0]?.time).toBe(20)
    expect(batches).toEqual([
      { seqs: [0], computedUntil: 20 },
      { seqs: [], computedUntil: 35 },
    ])
  })
})

describe('an event whose handler is not known yet', () => {
  it('waits until it is known, and carries it', () => {
    const { stream, sent, runLater } = streamWithClock()
    const seq = stream.record(fired)
    stream.hold(seq)
    stream.record(printed)
    runLater()
    expect(sent).toEqual([])
    stream.setSource(seq, handler)
    stream.release(seq)
    expect(sent).toMatchObject([{ seq: 0, source: handler }, { seq: 1 }])
  })

  it('keeps back what came after it, and nothing that came before', () => {
    const { stream, clock, batches } = streamWithClock()
    stream.record(printed)
    stream.record(printed)
    clock.time = 7
    stream.hold(stream.record(fired))
    stream.record(printed)
    clock.time = 9
    stream.flush()
    expect(batches).toEqual([
      { seqs: [0], computedUntil: 0 },
      { seqs: [1], computedUntil: 0 },
    ])
    stream.flush(true)
    expect(batches.at(-1)).toEqual({ seqs: [], computedUntil: 7 })
  })

  it('is told of when it was the last, since a run may wait for nothing else', () => {
    const { stream, releases } = streamWithClock()
    const first = stream.recordHeld(printed)
    const second = stream.recordHeld(printed)
    stream.release(first)
    expect(releases).toEqual([])
    stream.release(second)
    stream.release(second)
    expect(releases).toEqual([0])
  })

  it('leaves as it is when the run ends', () => {
    const { stream, sent } = streamWithClock()
    stream.recordHeld(printed)
    stream.close()
    expect(sent).toHaveLength(1)
    stream.record(printed)
    stream.flush(true)
    expect(sent).toHaveLength(1)
  })
})

it('knows the position of the last call that threw', () => {
  const { stream } = streamWithClock()
  stream.record({
    type: 'apiCall',
    side: 'client',
    provenance: 'observed',
    api: 'WebSocket',
    method: 'send',
    arguments: [],
    exception: { name: 'InvalidStateError', message: 'Still in CONNECTING state' },
    source: handler,
  })
  expect(stream.placeOfException('InvalidStateError', 'Still in CONNECTING state')).toEqual(handler)
  expect(stream.placeOfException('InvalidStateError', 'another')).toBeUndefined()
})
