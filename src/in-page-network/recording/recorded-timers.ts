import type { Side, TimerKind } from '../../core/trace/event.ts'
import type { ClientWorld } from '../client/client-world.ts'
import type { TaskResult } from '../clock/clock.ts'
import { baseOf } from './event-base.ts'

/** Observes the timers of a program, not those of the world itself. */
export interface TimerWatch {
  /** Gives a new timer its id. `delay` is in milliseconds. */
  set(kind: TimerKind, delay: number): number
  /** Runs the callback of the timer that was given this id. Returns what ends its task. */
  fire(id: number, kind: TimerKind, run: () => void): TaskResult
  cleared(id: number, kind: TimerKind): void
}

/** Records the timers of one side's program as events. */
export function recordedTimers(
  { recorder, observer, cause }: Pick<ClientWorld, 'recorder' | 'observer' | 'cause'>,
  side: Side,
  nextId: () => number = counter(),
): TimerWatch {
  const base = () => baseOf(side, cause.current, observer.locate())
  return {
    set(kind, delay) {
      const timerId = nextId()
      recorder.record({ ...base(), type: 'timerSet', timerId, kind, delay })
      return timerId
    },
    fire(timerId, kind, run) {
      const seq = recorder.record({ ...baseOf(side, undefined), type: 'timerFired', timerId, kind })
      cause.current = seq
      observer.dispatching(seq)
      try {
        run()
      } catch (error) {
        observer.uncaught(error, side, 'exception')
      }
      return () => observer.dispatched(seq)
    },
    cleared(timerId, kind) {
      recorder.record({ ...base(), type: 'timerCleared', timerId, kind })
    },
  }
}

/** Numbers from 1 on. */
export function counter(): () => number {
  let last = 0
  return () => (last += 1)
}
