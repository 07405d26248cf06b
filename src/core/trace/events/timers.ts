/** Timers of the program: set, fired, cleared. */
import { fields, finite, integer, oneOf, type Infer } from '../shape.ts'
import { base } from './event-base.ts'
import { say, type LooksOf } from './event-look.ts'
import type { TraitsOf } from './event-traits.ts'
import * as field from './field.ts'

const kind = oneOf('timeout', 'interval', 'immediate', 'animationFrame', 'idleCallback')
export type TimerKind = Infer<typeof kind>

const timer = { ...base, timerId: integer(0), kind }
const timerSet = fields({
  ...timer,
  type: oneOf('timerSet'),
  /** Milliseconds. */
  delay: finite(0),
})
const timerFired = fields({ ...timer, type: oneOf('timerFired') })
const timerCleared = fields({ ...timer, type: oneOf('timerCleared') })

export type TimerFired = Infer<typeof timerFired>
export type TimerEvent = Infer<typeof timerSet> | TimerFired | Infer<typeof timerCleared>

export interface TimerReaders {
  readonly timerSet: never
  readonly timerFired: 'wire' | 'opensHandlers'
  readonly timerCleared: never
}

const traits = {
  fields: { kind: field.string<TimerEvent>('`timeout`, `interval` …', (e) => e.kind) },
  seenBy: 'neither',
  variant: (e: TimerEvent) => e.kind,
} as const

export const timerTraits: TraitsOf<TimerEvent> = {
  timerSet: {
    ...traits,
    shape: timerSet,
    fields: { ...traits.fields, delay: field.number('Milliseconds.', (e) => e.delay) },
    isDetail: true,
  },
  timerFired: { ...traits, shape: timerFired },
  timerCleared: { ...traits, shape: timerCleared, isDetail: true },
}

const FUNCTIONS: Readonly<Record<TimerKind, { readonly set: string; readonly clear: string }>> = {
  timeout: { set: 'setTimeout', clear: 'clearTimeout' },
  interval: { set: 'setInterval', clear: 'clearInterval' },
  immediate: { set: 'setImmediate', clear: 'clearImmediate' },
  animationFrame: { set: 'requestAnimationFrame', clear: 'cancelAnimationFrame' },
  idleCallback: { set: 'requestIdleCallback', clear: 'cancelIdleCallback' },
}

const look = {
  group: 'timers',
  lane: 'program',
  sentence: (e: TimerEvent) => say(e.type, { id: String(e.timerId) }, e.kind),
} as const

export const timerLooks: LooksOf<TimerEvent> = {
  timerSet: {
    ...look,
    name: (e) => `${FUNCTIONS[e.kind].set}()`,
    sentence: (e) => say('timerSet', { id: String(e.timerId), delay: e.delay }, e.kind),
  },
  timerFired: { ...look, name: (e) => FUNCTIONS[e.kind].set },
  timerCleared: { ...look, name: (e) => `${FUNCTIONS[e.kind].clear}()` },
}
