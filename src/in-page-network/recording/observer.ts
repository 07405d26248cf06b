import type { Recorder } from '../../core/trace/event.ts'
import type { Cause } from './cause.ts'
import { baseOf } from './event-base.ts'
import type { ProgramObserver } from '../network.ts'

/** Completes an observer with a default for errors. */
export function completeObserver(
  observer: ProgramObserver | undefined,
  recorder: Recorder,
  cause: Cause,
): Required<ProgramObserver> {
  return {
    locate: () => observer?.locate(),
    dispatching: (seq) => observer?.dispatching(seq),
    dispatched: (seq) => observer?.dispatched(seq),
    uncaught(error, side) {
      if (observer?.uncaught !== undefined) {
        observer.uncaught(error, side)
      } else if (side === 'client' && typeof reportError === 'function') {
        reportError(error)
      } else {
        const { name, message } = error instanceof Error ? error : new Error(String(error))
        recorder.record({
          ...baseOf(side, cause.current),
          type: 'uncaughtError',
          kind: 'exception',
          name,
          message,
        })
      }
    },
  }
}
