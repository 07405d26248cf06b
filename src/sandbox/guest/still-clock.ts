/**
 * Notices a program whose timers never let virtual time advance: an endless loop that returns to
 * the event loop each time, and so escapes the guards.
 */
import type { Recorder, TraceEventDraft } from '../../core/trace/event.ts'

/** Longest chain of timers at one time, each set by the one before. */
export const MAX_CHAIN = 5_000

/** Wraps a recorder; calls back once when virtual time has not advanced for too long. */
export function watchStillClock(
  recorder: Recorder,
  time: () => number,
  stuck: (timers: number) => void,
): Recorder {
  let now = 0
  let chain = 0
  /** Length of the chain that led to each timer set at the present time. */
  let chains = new Map<string, number>()

  const look = (draft: TraceEventDraft): void => {
    if (draft.type !== 'timerSet' && draft.type !== 'timerFired') return
    if (time() !== now) {
      now = time()
      chain = 0
      chains = new Map()
    }
    const timer = `${draft.side} ${draft.timerId}`
    if (draft.type === 'timerSet') {
      chains.set(timer, chain + 1)
      return
    }
    chain = chains.get(timer) ?? 0
    chains.delete(timer)
    if (chain === MAX_CHAIN) stuck(chain)
  }

  return {
    record(draft) {
      const seq = recorder.record(draft)
      look(draft)
      return seq
    },
  }
}
