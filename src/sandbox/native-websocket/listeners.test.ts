import { expect, it } from 'vitest'
import { ListenerCounts } from './listeners.ts'

const listener = () => undefined
const target = {}

it('counts a listener once for each type, callback and capture', () => {
  const counts = new ListenerCounts((signal) => signal.aborted)
  counts.add(target, 'message', listener, undefined)
  counts.add(target, 'message', listener, false)
  counts.add(target, 'message', listener, { capture: true })
  counts.add(target, 'message', { handleEvent: listener }, undefined)
  counts.add(target, 'open', listener, undefined)
  expect(counts.dispatched(target, 'message')).toBe(3)
})

it('forgets those that are removed, that were wanted once, and whose signal aborted', () => {
  const counts = new ListenerCounts((signal) => signal.aborted)
  const controller = new AbortController()
  counts.add(target, 'message', listener, undefined)
  counts.remove(target, 'message', listener, true)
  expect(counts.dispatched(target, 'message')).toBe(1)
  counts.remove(target, 'message', listener, false)
  counts.add(target, 'message', listener, { once: true })
  expect(counts.dispatched(target, 'message')).toBe(1)
  expect(counts.dispatched(target, 'message')).toBe(0)
  counts.add(target, 'message', listener, { signal: controller.signal })
  controller.abort()
  expect(counts.dispatched(target, 'message')).toBe(0)
})

it('counts nothing for what is no listener, or comes too late', () => {
  const counts = new ListenerCounts((signal) => signal.aborted)
  counts.add(target, 'message', null, undefined)
  counts.add(target, 'message', 'text', undefined)
  counts.add(target, 'message', listener, { signal: AbortSignal.abort() })
  expect(counts.dispatched(target, 'message')).toBe(0)
})
