/**
 * Notices a program whose timers never let virtual time go on: the endless loop that returns to the
 * event loop each time, and so escapes the guard.
 */
import type { Recorder, TraceEventDraft } from '../../core/trace/event.ts'

/** Timers at one time, each set when the one before fired. */
export const MAX_CHAIN = 5_000

/** Records, and calls back once when time has stood still for too long. */
export function watchStillClock(
  recorder: Recorder,
  time: () => number,
  stuck: (timers: number) => void,
): Recorder {
  let now = 0
  let chain = 0
  /** Timers that were set at this time, by the length of the chain that led to them. */
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
