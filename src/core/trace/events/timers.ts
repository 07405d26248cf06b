/** Timers of the program: set, fired, cleared. */
import { finite, integer, oneOf, record } from '../shape.ts'
import { base, type EventBase } from './event-base.ts'
import { say, type LooksOf } from './event-look.ts'
import type { TraitsOf } from './event-traits.ts'
import * as field from './field.ts'

export type TimerKind = 'timeout' | 'interval' | 'immediate' | 'animationFrame' | 'idleCallback'

export interface TimerSet extends EventBase {
  readonly type: 'timerSet'
  readonly timerId: number
  readonly kind: TimerKind
  /** Milliseconds. */
  readonly delay: number
}

export interface TimerFired extends EventBase {
  readonly type: 'timerFired'
  readonly timerId: number
  readonly kind: TimerKind
}

export interface TimerCleared extends EventBase {
  readonly type: 'timerCleared'
  readonly timerId: number
  readonly kind: TimerKind
}

export type TimerEvent = TimerSet | TimerFired | TimerCleared

export interface TimerReaders {
  readonly timerSet: never
  readonly timerFired: 'wire' | 'opensHandlers'
  readonly timerCleared: never
}

const shape = {
  ...base,
  timerId: integer(0),
  kind: oneOf('timeout', 'interval', 'immediate', 'animationFrame', 'idleCallback'),
}

const fields = {
  kind: field.string<{ readonly kind: TimerKind }>('`timeout`, `interval` …', (e) => e.kind),
}

const kindOf = (event: TimerEvent): TimerKind => event.kind

export const timerTraits: TraitsOf<TimerEvent> = {
  timerSet: {
    shape: record<TimerSet>({ ...shape, type: oneOf('timerSet'), delay: finite(0) }),
    fields: { ...fields, delay: field.number('Milliseconds.', (e) => e.delay) },
    seenBy: 'neither',
    variant: kindOf,
    isDetail: true,
  },
  timerFired: {
    shape: record<TimerFired>({ ...shape, type: oneOf('timerFired') }),
    fields,
    seenBy: 'neither',
    variant: kindOf,
  },
  timerCleared: {
    shape: record<TimerCleared>({ ...shape, type: oneOf('timerCleared') }),
    fields,
    seenBy: 'neither',
    variant: kindOf,
    isDetail: true,
  },
}

const FUNCTIONS: Readonly<Record<TimerKind, { readonly set: string; readonly clear: string }>> = {
  timeout: { set: 'setTimeout', clear: 'clearTimeout' },
  interval: { set: 'setInterval', clear: 'clearInterval' },
  immediate: { set: 'setImmediate', clear: 'clearImmediate' },
  animationFrame: { set: 'requestAnimationFrame', clear: 'cancelAnimationFrame' },
  idleCallback: { set: 'requestIdleCallback', clear: 'cancelIdleCallback' },
}

export const timerLooks: LooksOf<TimerEvent> = {
  timerSet: {
    group: 'timers',
    lane: 'program',
    name: (e) => `${FUNCTIONS[e.kind].set}()`,
    sentence: (e) => say('timerSet', { id: String(e.timerId), delay: e.delay }, e.kind),
  },
  timerFired: {
    group: 'timers',
    lane: 'program',
    name: (e) => FUNCTIONS[e.kind].set,
    sentence: (e) => say('timerFired', { id: String(e.timerId) }, e.kind),
  },
  timerCleared: {
    group: 'timers',
    lane: 'program',
    name: (e) => `${FUNCTIONS[e.kind].clear}()`,
    sentence: (e) => say('timerCleared', { id: String(e.timerId) }, e.kind),
  },
}
