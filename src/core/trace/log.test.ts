import { describe, expect, it } from 'vitest'
import { byteLengthOf } from './events/looks.ts'
import { MAX_SKELETON, TraceLog } from './log.ts'
import { stateAt } from './state.ts'
import { asciiMessage, traceFrom, traceOf, type EventSketch } from './testing/sketch.ts'

const ticks = (count: number, step = 1): EventSketch[] =>
  Array.from({ length: count }, (_, index) => ({
    type: 'timerFired',
    timerId: index,
    kind: 'timeout',
    at: index * step,
  }))

function logOf(sketches: readonly EventSketch[], log = new TraceLog()): TraceLog {
  for (const event of traceFrom(sketches)) log.append(event)
  return log
}

describe('TraceLog', () => {
  it('is empty at first', () => {
    const log = new TraceLog()
    expect([log.length, log.firstSeq, log.nextSeq, log.last]).toEqual([0, 0, 0, undefined])
    expect(log.countUntil(1e9)).toBe(0)
  })

  it('gives events back by seq, also after the ring has grown', () => {
    const log = logOf(ticks(5000))
    expect(log.length).toBe(5000)
    expect(log.get(0)?.seq).toBe(0)
    expect(log.get(4999)?.seq).toBe(4999)
    expect(log.get(5000)).toBeUndefined()
    expect(log.get(-1)).toBeUndefined()
  })

  it('refuses a gap in seq and a time that goes back', () => {
    const log = logOf(ticks(3, 10))
    const [first] = traceOf({ type: 'pageLifecycle', phase: 'load' })
    if (first === undefined) throw new Error('no event')
    expect(() => log.append({ ...first, seq: 5, time: 100 })).toThrow(
      'event 5 came where 3 was due',
    )
    expect(() => log.append({ ...first, seq: 3, time: 19 })).toThrow('goes back in time')
    log.append({ ...first, seq: 3, time: 20 })
    expect(log.length).toBe(4)
  })

  it('counts the events until a time, those at that time included', () => {
    const log = logOf([...ticks(3, 10), { type: 'pageLifecycle', phase: 'load', at: 20 }])
    expect([-1, 0, 5, 10, 19.9, 20, 21].map((time) => log.countUntil(time))).toEqual([
      0, 1, 1, 2, 2, 4, 4,
    ])
  })

  it('slices by seq, within what it holds', () => {
    const log = logOf(ticks(10))
    expect(log.slice(3, 6).map(({ seq }) => seq)).toEqual([3, 4, 5])
    expect(log.slice(8, 99).map(({ seq }) => seq)).toEqual([8, 9])
    expect(log.slice()).toHaveLength(10)
  })

  it('releases the oldest events beyond its limit and counts them', () => {
    const log = logOf(ticks(3000), new TraceLog({ events: 1000, bytes: 1e9 }))
    expect([log.length, log.firstSeq, log.nextSeq]).toEqual([1000, 2000, 3000])
    expect(log.released.events).toBe(2000)
    expect(log.get(1999)).toBeUndefined()
    expect(log.slice(0, 2002).map(({ seq }) => seq)).toEqual([2000, 2001])
    expect(log.countUntil(2004)).toBe(5)
  })

  it('lets old bodies go beyond the limit of bytes, and no event', () => {
    const log = new TraceLog({ events: 1000, bytes: 10_000 })
    const data = (size: number): EventSketch => ({
      type: 'bytesReceived',
      data: new Uint8Array(size),
    })
    for (const event of traceOf(data(4000), data(4000), data(100), data(50_000))) log.append(event)
    expect([log.length, log.firstSeq]).toEqual([4, 0])
    expect(log.slice().map((event) => [byteLengthOf(event), event.bodyOmitted])).toEqual([
      [4000, 4000],
      [4000, 4000],
      // Too small to be worth it.
      [100, undefined],
      // The newest is whole.
      [50_000, undefined],
    ])
    expect(log.omitted).toEqual({ events: 2, bytes: 8000 })
    expect(log.released.events).toBe(0)
  })

  it('lets the largest bodies go first, and of those about as large the oldest', () => {
    const log = new TraceLog({ events: 1000, bytes: 10_000 })
    const data = (size: number): EventSketch => ({
      type: 'bytesReceived',
      data: new Uint8Array(size),
    })
    for (const event of traceOf(data(300), data(4000), data(300), data(4000), data(3000)))
      log.append(event)
    expect(log.slice().map((event) => event.bodyOmitted)).toEqual([
      undefined,
      4000,
      undefined,
      undefined,
      undefined,
    ])
  })

  it('counts once what events share, and keeps it while one of them is whole', () => {
    const bytes = new Uint8Array(6000)
    const shared: EventSketch[] = [
      { type: 'messageSent', data: { kind: 'binary', bytes }, byteLength: 6000 },
      { type: 'bytesSent', data: bytes.subarray(0, 5000) },
      { type: 'bytesReceived', data: bytes },
    ]
    const log = logOf(shared, new TraceLog({ events: 1000, bytes: 10_000 }))
    expect(log.omitted.events).toBe(0)
    expect(log.bytes).toBeLessThan(7000)
    const small = logOf(shared, new TraceLog({ events: 2, bytes: 10_000 }))
    expect(small.bytes).toBeLessThan(7000)
    const last = logOf([...shared, ...ticks(2)], new TraceLog({ events: 2, bytes: 10_000 }))
    expect(last.bytes).toBe(logOf(ticks(2)).bytes)
  })

  it('counts the same octets with bodies and without', () => {
    const opened: EventSketch[] = [
      { type: 'created', url: 'wss://example.com/', protocols: [] },
      ...Array.from({ length: 50 }, (): EventSketch => {
        return { type: 'bytesReceived', data: new Uint8Array(1000) }
      }),
    ]
    const small = logOf(opened, new TraceLog({ events: 1000, bytes: 20_000 }))
    expect(small.omitted.events).toBeGreaterThan(10)
    const trafficOf = (log: TraceLog) =>
      stateAt(log, log.nextSeq).connections[0]?.traffic.client.received.wireBytes
    expect(trafficOf(small)).toBe(50_000)
    expect(trafficOf(logOf(opened))).toBe(50_000)
  })

  it('keeps how connections began and ended, however many events come after', () => {
    const flood: EventSketch[] = [
      { type: 'apiCall', api: 'WebSocket', method: 'constructor', arguments: [] },
      { type: 'created', url: 'wss://example.com/', protocols: [], cause: 0 },
      { type: 'timerSet', timerId: 1, kind: 'timeout', delay: 0 },
      { type: 'readyStateChanged', to: 0 },
      ...ticks(3000),
    ]
    const log = logOf(flood, new TraceLog({ events: 1000, bytes: 1e9 }))
    expect(log.skeleton.map(({ seq }) => seq)).toEqual([0, 1, 3])
    expect([0, 1, 2, 3, 4].map((seq) => log.get(seq)?.type)).toEqual([
      'apiCall',
      'created',
      undefined,
      'readyStateChanged',
      undefined,
    ])
    expect([log.length, log.firstSeq]).toEqual([1000, 2004])
  })

  it('bounds what it keeps of a flood of connections', () => {
    const url = 'wss://example.com/'
    const flood = Array.from({ length: 5000 }, (): EventSketch => {
      return { type: 'created', url, protocols: [] }
    })
    const log = logOf(flood, new TraceLog({ events: 100, bytes: 1e9 }))
    expect(log.skeleton).toHaveLength(MAX_SKELETON)
    const long: EventSketch = {
      type: 'created',
      url: `${url}${'x'.repeat(100_000)}`,
      protocols: [],
    }
    expect(logOf([long, ...ticks(10)], new TraceLog({ events: 1, bytes: 1e9 })).skeleton).toEqual(
      [],
    )
  })

  it('stays within its limit of bytes through a flood of bodies, the newest aside', () => {
    const log = new TraceLog({ events: 10_000, bytes: 1_000_000 })
    const body = new Uint8Array(100_000)
    let most = 0
    for (const event of traceFrom(
      Array.from({ length: 3000 }, (): EventSketch => ({ type: 'bytesReceived', data: body })),
    )) {
      log.append(event)
      most = Math.max(most, log.bytes)
    }
    expect(log.length).toBe(3000)
    expect(most).toBeLessThan(1_000_000 + 101_000)
  })

  it('keeps what the released events led to', () => {
    const log = logOf(
      [
        { type: 'created', url: 'wss://example.com/', protocols: [] },
        { type: 'readyStateChanged', to: 0 },
        { type: 'readyStateChanged', from: 0, to: 1, at: 40 },
        { type: 'messageSent', ...asciiMessage('hi') },
        { type: 'messageSent', ...asciiMessage('hi') },
      ],
      new TraceLog({ events: 1, bytes: 1e9 }),
    )
    expect(log.base.seq).toBe(4)
    expect(log.base.connections[0]).toMatchObject({
      url: 'wss://example.com/',
      readyState: 1,
      traffic: { client: { sent: { messages: 1 } } },
    })
  })

  it('holds 200 000 events', () => {
    const log = new TraceLog()
    for (const event of traceFrom(ticks(250_000))) log.append(event)
    expect([log.length, log.firstSeq]).toEqual([200_000, 50_000])
  })
})
