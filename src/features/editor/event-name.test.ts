import { describe, expect, it } from 'vitest'
import type { ApiCall, EventFired, TimerSet } from '../../core/trace/event.ts'
import { nameOfEvent, toneOfEvent } from './event-name.ts'

const common = { seq: 0, time: 0, side: 'client', provenance: 'observed' } as const

const call = (method: string, api = 'WebSocket'): ApiCall => ({
  ...common,
  type: 'apiCall',
  api,
  method,
  arguments: [],
})
const fired = (eventType: EventFired['eventType']): EventFired => ({
  ...common,
  type: 'eventFired',
  connectionId: 'ws-1',
  eventType,
  listeners: 1,
})
const timerSet: TimerSet = { ...common, type: 'timerSet', timerId: 1, kind: 'interval', delay: 1 }

describe('the name of an event', () => {
  it('is what the program wrote', () => {
    expect(nameOfEvent(call('constructor'))).toBe('new WebSocket()')
    expect(nameOfEvent(call('send'))).toBe('send()')
    expect(nameOfEvent(call('onopen'))).toBe('onopen')
    expect(nameOfEvent(timerSet)).toBe('setInterval()')
  })

  it('is what happened to it', () => {
    expect(nameOfEvent(fired('message'))).toBe('message')
    const exception = { name: 'InvalidStateError', message: '' }
    expect(nameOfEvent({ ...call('send'), exception })).toBe('InvalidStateError')
  })
})

describe('the tone of an event', () => {
  it('is that of its direction', () => {
    expect(toneOfEvent(call('send'))).toBe('out')
    expect(toneOfEvent(fired('message'))).toBe('in')
    expect(toneOfEvent(fired('open'))).toBe('neutral')
  })

  it('is bad where a call threw', () => {
    const exception = { name: 'InvalidStateError', message: '' }
    expect(toneOfEvent({ ...call('send'), exception })).toBe('bad')
  })
})
