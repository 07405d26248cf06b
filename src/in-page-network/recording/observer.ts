import type { Recorder } from '../../core/trace/event.ts'
import type { Cause } from './cause.ts'
import { baseOf, errorOf } from './event-base.ts'
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
    uncaught(error, side, kind, server) {
      if (observer?.uncaught !== undefined) {
        observer.uncaught(error, side, kind, server)
      } else if (side === 'client' && typeof reportError === 'function') {
        reportError(error)
      } else {
        const { name, message } = errorOf(error)
        const details = { type: 'uncaughtError', kind, name, message } as const
        const base = baseOf(side, cause.current)
        recorder.record({ ...base, ...details, ...(server !== undefined && { server }) })
      }
    },
  }
}
