import { computed, nextTick, watchEffect } from 'vue'
import { expect, it } from 'vitest'
import { traceFrom } from '../core/trace/testing/sketch.ts'
import { LiveLog } from './live-log.ts'

const events = traceFrom(
  [1, 2, 3, 4].map((at) => ({ type: 'pageLifecycle', phase: 'load', at }) as const),
)

it('triggers its readers once a batch', () => {
  const log = new LiveLog()
  let runs = 0
  const stop = watchEffect(
    () => {
      runs += 1
      log.read()
    },
    { flush: 'sync' },
  )
  log.append(events)
  stop()
  expect(runs).toBe(2)
})

it('triggers even if its length stays the same', async () => {
  const log = new LiveLog()
  const last = computed(() => log.read().last?.time)
  expect(last.value).toBeUndefined()
  log.append(events.slice(0, 2))
  await nextTick()
  expect(last.value).toBe(2)
})

it('begins at the seq that it is given', () => {
  expect(new LiveLog(40).read()).toMatchObject({ firstSeq: 40, nextSeq: 40 })
})
