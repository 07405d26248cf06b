import { effectScope, nextTick, ref, shallowRef, watch, type EffectScope } from 'vue'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { TraceEvent } from '../core/trace/event.ts'
import { traceFrom } from '../core/trace/testing/sketch.ts'
import { LiveLog } from './live-log.ts'
import { useLogReader, type LogReaderOptions } from './log-reader.ts'

class Seqs {
  readonly seqs: number[] = []
  firstSeq = 0
  accept({ seq }: TraceEvent): void {
    this.seqs.push(seq)
  }
  release(firstSeq: number): void {
    this.firstSeq = firstSeq
  }
}

const events = traceFrom(
  Array.from({ length: 200 }, (_, at) => ({ type: 'pageLifecycle', phase: 'load', at }) as const),
)
const all = events.map(({ seq }) => seq)

function logOf(count: number): LiveLog {
  const log = new LiveLog()
  log.append(events.slice(0, count))
  return log
}

let scope: EffectScope

function read(options: Partial<LogReaderOptions<Seqs>> & Pick<LogReaderOptions<Seqs>, 'log'>) {
  const reader = scope.run(() => useLogReader({ create: () => new Seqs(), ...options }))
  if (reader === undefined) throw new Error('the scope was stopped')
  return reader
}

beforeEach(() => {
  scope = effectScope()
  // Each turn is in a new frame.
  let now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => now)
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => {
    now += 16
    return setTimeout(callback)
  })
  vi.stubGlobal('cancelAnimationFrame', clearTimeout)
})
afterEach(() => {
  scope.stop()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

it('gives the model each event once, as the log grows', async () => {
  const log = logOf(3)
  const { model, until } = read({ log: () => log })
  await nextTick()
  expect([model.value.seqs, until.value]).toEqual([[0, 1, 2], 3])
  log.append(events.slice(3))
  await nextTick()
  expect([model.value.seqs, until.value]).toEqual([all, 200])
})

it('triggers the model once a batch', async () => {
  const log = logOf(0)
  const { model } = read({ log: () => log })
  await nextTick()
  const changed = vi.fn()
  scope.run(() => watch(model, changed, { flush: 'sync' }))
  log.append(events.slice(0, 150))
  log.append(events.slice(150))
  await nextTick()
  expect(changed).toHaveBeenCalledOnce()
})

it('begins anew at once with another log, and with another key', async () => {
  const log = shallowRef(logOf(5))
  const key = ref('a')
  const { model, reading } = read({ log: () => log.value, key: () => key.value })
  await nextTick()
  key.value = 'b'
  expect([model.value.seqs, reading.value]).toEqual([[], true])
  await nextTick()
  expect([model.value.seqs, reading.value]).toEqual([[0, 1, 2, 3, 4], false])
  log.value = logOf(2)
  expect(model.value.seqs).toEqual([])
  await nextTick()
  expect(model.value.seqs).toEqual([0, 1])
})

it('goes on in a model that was read before', async () => {
  const log = logOf(5)
  const known = Object.assign(new Seqs(), { nextSeq: 3 })
  const { until } = read({ log: () => log, create: () => known })
  expect(until.value).toBe(3)
  await nextTick()
  expect(known.seqs).toEqual([3, 4])
})

it('reads for a hidden model, and publishes it when it is seen', async () => {
  const log = logOf(0)
  const isSeen = ref(false)
  const { model, until } = read({ log: () => log, isSeen: () => isSeen.value })
  const changed = vi.fn()
  scope.run(() => watch(model, changed, { flush: 'sync' }))
  log.append(events)
  await nextTick()
  expect(changed).not.toHaveBeenCalled()
  expect([model.value.seqs, until.value]).toEqual([all, 0])
  isSeen.value = true
  await nextTick()
  expect(changed).toHaveBeenCalledOnce()
  expect(until.value).toBe(200)
})

it('tells the model which events the log has released', async () => {
  const log = new LiveLog()
  const { model } = read({ log: () => log })
  const many = traceFrom(
    Array.from(
      { length: 200_010 },
      (_, at) => ({ type: 'pageLifecycle', phase: 'load', at }) as const,
    ),
  )
  log.append(many)
  await nextTick()
  expect(model.value.firstSeq).toBe(10)
  expect(model.value.seqs).toHaveLength(200_000)
})
