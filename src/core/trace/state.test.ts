import { describe, expect, it } from 'vitest'
import { TraceLog } from './log.ts'
import { connectionOf, emptyState, foldEvent, stateAt, type TraceState } from './state.ts'
import { asciiMessage, traceFrom, traceOf, type EventSketch } from './testing/sketch.ts'

const fold = (...sketches: EventSketch[]): TraceState =>
  traceOf(...sketches).reduce(foldEvent, emptyState)

const created: EventSketch = { type: 'created', url: 'wss://echo.example/', protocols: ['v1'] }

const life: EventSketch[] = [
  created,
  { type: 'readyStateChanged', to: 0 },
  { type: 'readyStateChanged', from: 0, to: 1, at: 80 },
  { type: 'readyStateChanged', from: 1, to: 2, at: 200 },
  { type: 'readyStateChanged', from: 2, to: 3, at: 230 },
  { type: 'closed', code: 1005, reason: '', wasClean: true },
]

describe('foldEvent', () => {
  it('measures the time spent in each state', () => {
    expect(fold(...life).connections[0]?.spans).toEqual([
      { state: 0, from: 0, to: 80 },
      { state: 1, from: 80, to: 200 },
      { state: 2, from: 200, to: 230 },
      { state: 3, from: 230 },
    ])
  })

  it('keeps what the close event will say', () => {
    expect(fold(...life).connections[0]?.closed).toEqual({
      code: 1005,
      reason: '',
      wasClean: true,
    })
  })

  it('counts a socket as live while it is CONNECTING or OPEN', () => {
    const counts = life.map((_, index) => fold(...life.slice(0, index + 1)).liveSockets)
    expect(counts).toEqual([1, 1, 1, 0, 0, 0])
  })

  it('counts messages, frames and bytes at each end', () => {
    const frame = {
      fin: true,
      rsv1: false,
      rsv2: false,
      rsv3: false,
      opcode: 1,
      masked: true,
      header: new Uint8Array(6),
      payload: new Uint8Array(5),
    }
    const state = fold(
      created,
      { type: 'messageSent', ...asciiMessage('hello') },
      { type: 'frameSent', frame },
      { type: 'bytesSent', data: new Uint8Array(11) },
      { type: 'bytesReceived', side: 'server', data: new Uint8Array(11) },
    )
    const none = { messages: 0, messageBytes: 0, frames: 0, wireBytes: 0 }
    expect(state.connections[0]?.traffic).toEqual({
      client: { sent: { messages: 1, messageBytes: 5, frames: 1, wireBytes: 11 }, received: none },
      server: { sent: none, received: { ...none, wireBytes: 11 } },
    })
  })

  it('lets the ready state of a server, and HTTP exchanges, make no difference', () => {
    const state = fold(
      created,
      { type: 'readyStateChanged', side: 'server', to: 1 },
      { type: 'bytesSent', connectionId: 'http-1', data: new Uint8Array(3) },
    )
    expect(state.connections.map(({ id, readyState }) => [id, readyState])).toEqual([['ws-1', 0]])
  })

  it('shares what an event does not touch', () => {
    const before = fold(created, { ...created, connectionId: 'ws-2' })
    const [event] = traceOf({
      type: 'bufferedAmountChanged',
      connectionId: 'ws-2',
      bufferedAmount: 9,
    })
    if (event === undefined) throw new Error('no event')
    const after = foldEvent(before, event)
    expect(after.connections[0]).toBe(before.connections[0])
    expect(connectionOf(after, 'ws-2')?.bufferedAmount).toBe(9)
    expect(connectionOf(before, 'ws-2')?.bufferedAmount).toBe(0)
  })
})

describe('stateAt', () => {
  const chatter = (count: number): EventSketch[] => [
    created,
    ...Array.from({ length: count }, (_, at): EventSketch => ({
      type: 'messageSent',
      ...asciiMessage('x'),
      at,
    })),
  ]
  const sent = (state: TraceState) => state.connections[0]?.traffic.client.sent.messages

  it('is what folding from the beginning gives, wherever one looks and in whatever order', () => {
    const events = traceFrom(chatter(3000))
    const log = new TraceLog()
    for (const event of events) log.append(event)
    for (const seq of [3001, 0, 1, 513, 512, 1024, 2999, 700, 701, 702, 3001, 40])
      expect(stateAt(log, seq)).toEqual(events.slice(0, seq).reduce(foldEvent, emptyState))
  })

  it('stays right when the log releases what was looked at', () => {
    const log = new TraceLog({ events: 600, bytes: 1e9 })
    for (const event of traceFrom(chatter(5000))) {
      log.append(event)
      if (event.seq % 333 === 0) expect(sent(stateAt(log, log.nextSeq))).toBe(event.seq)
    }
    expect(sent(stateAt(log, 4800))).toBe(4799)
    expect(sent(stateAt(log, 0))).toBe(log.firstSeq - 1)
  })

  it('reads a few hundred events for a jump and one for a step, however long the log is', () => {
    const log = new TraceLog()
    for (const event of traceFrom(chatter(100_000))) log.append(event)
    let reads = 0
    const counting = {
      firstSeq: 0,
      nextSeq: log.nextSeq,
      base: emptyState,
      get(seq: number) {
        reads += 1
        return log.get(seq)
      },
    }
    const readsOf = (seq: number) => {
      reads = 0
      stateAt(counting, seq)
      return reads
    }
    readsOf(log.nextSeq)
    for (const seq of [99_999, 50_000, 51, 77_777, 512])
      expect(readsOf(seq)).toBeLessThanOrEqual(512)
    readsOf(60_000)
    expect(readsOf(60_001)).toBe(1)
  })
})
