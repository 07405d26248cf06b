/**
 * What each event costs the page: validating those that arrive from the sandbox, and folding them to
 * the state of the world, relative to the structured clone by which they arrive.
 */
import { EventStreamValidator } from '../src/core/trace/schema.ts'
import { emptyState, foldEvent } from '../src/core/trace/state.ts'
import type { TraceEvent } from '../src/core/trace/event.ts'

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 9)
const EVENTS = 100_000

/** The events of an echo, again and again: half of them frames. */
function traceOf(count: number): readonly TraceEvent[] {
  const text = 'The quick brown fox jumps'
  const payload = new TextEncoder().encode(text)
  const header = Uint8Array.of(0x81, 0x80 | payload.length, 1, 2, 3, 4)
  const frame = {
    fin: true,
    rsv1: false,
    rsv2: false,
    rsv3: false,
    opcode: 1,
    masked: true,
    header,
    payload,
  }
  const base = { connectionId: 'ws-1', side: 'client', provenance: 'observed' } as const
  const created: TraceEvent = {
    ...base,
    seq: 0,
    time: 0,
    type: 'created',
    url: 'ws://localhost:8080/',
    protocols: [],
  }
  const byteLength = payload.length
  const message = { data: { kind: 'text', text }, byteLength } as const
  const events: TraceEvent[] = [created]
  for (let seq = 1; seq < count; seq += 1) {
    const place = { ...base, seq, time: seq / 10, cause: seq - 1 }
    const type = (['messageSent', 'frameSent', 'frameReceived', 'messageReceived'] as const)[
      seq % 4
    ]
    if (type === 'frameSent' || type === 'frameReceived') events.push({ ...place, type, frame })
    else events.push({ ...place, type: type ?? 'messageSent', ...message })
  }
  return events
}

/** Milliseconds of processor time, the best of some rounds. */
function time(work: () => void): number {
  let best = Infinity
  for (let round = 0; round < ROUNDS; round += 1) {
    globalThis.gc?.()
    const start = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(start)
    best = Math.min(best, (user + system) / 1000)
  }
  return best
}

const events = traceOf(EVENTS)
const clone = time(() => {
  structuredClone(events)
})
const validate = time(() => {
  const parsed = new EventStreamValidator().accept(events)
  if (!parsed.ok) throw new Error(parsed.problem)
})
const fold = time(() => {
  const state = events.reduce(foldEvent, emptyState)
  if (state.seq !== EVENTS) throw new Error(`folded ${state.seq} events`)
})

const row = (title: string, milliseconds: number) =>
  console.log(
    `${title.padEnd(20)} ${milliseconds.toFixed(0).padStart(6)} ms ${(milliseconds / clone).toFixed(2).padStart(6)}×`,
  )
console.log(`${EVENTS} events of a trace`)
row('structuredClone', clone)
row('validate', validate)
row('fold', fold)
