/**
 * Hands on what a run records once per animation frame, so a flood of small batches repaints once
 * per frame at most. If drawing takes long, it hands on less often, and most frames stay free.
 */
import type { TraceEvent } from '../core/trace/event.ts'
import type { RunListener, RunMessage } from '../sandbox/host/run.ts'

export interface BatchClock {
  /** Calls back when the next frame is due, or soon if none is drawn. */
  readonly nextFrame: (callback: () => void) => void
  /** Calls back after a delay, milliseconds. */
  readonly later: (callback: () => void, delay: number) => void
  /** Milliseconds. */
  readonly now: () => number
}

export interface Batched {
  readonly listen: RunListener
  /** Hands on everything received so far, at once. */
  flush(): void
}

/** How long handing on may take in a frame, milliseconds. */
const BUDGET = 12
/** Events between two looks at the clock. */
const PIECE = 128
/** Drawing counts as free if the next frame comes within this, milliseconds. */
const FREE = 20
/** Idle milliseconds granted per millisecond spent drawing. */
const REST = 5
/** The longest rest, milliseconds. */
const MAX_REST = 300
/** Events of a run that are drawn without rests: its beginning is awaited, and is no flood. */
const BEGINNING = 512

/** The longest wait for a frame, milliseconds: a page in the background draws none. */
const WITHOUT_FRAMES = 250

export const animationFrames: BatchClock = {
  nextFrame(callback) {
    let called = false
    const once = () => {
      if (called) return
      called = true
      cancelAnimationFrame(frame)
      clearTimeout(timer)
      callback()
    }
    const frame = requestAnimationFrame(once)
    const timer = setTimeout(once, WITHOUT_FRAMES)
  },
  later: (callback, delay) => void setTimeout(callback, delay),
  now: () => performance.now(),
}

export function batchPerAnimationFrame(
  listener: RunListener,
  clock: BatchClock = animationFrames,
): Batched {
  let pending: (readonly TraceEvent[])[] = []
  let computedUntil = 0
  let hasMore = false
  let isWaiting = false
  let handedOn = 0
  /** When a batch was last handed on, if no frame has shown it yet. */
  let handedOnAt: number | null = null
  let restUntil = 0

  function handOn(deadline: number): void {
    if (!hasMore) return
    const events = pending.flat()
    pending = []
    hasMore = false
    let from = 0
    do {
      const piece = deadline === Infinity ? events : events.slice(from, from + PIECE)
      from += Math.max(1, piece.length)
      const next = events[from]
      const until = next === undefined ? computedUntil : next.time
      listener({ type: 'records', events: piece, computedUntil: until })
    } while (from < events.length && clock.now() < deadline)
    handedOn += Math.min(from, events.length)
    if (from >= events.length) return
    pending = [events.slice(from)]
    hasMore = true
  }

  function onFrame(): void {
    isWaiting = false
    const now = clock.now()
    if (handedOnAt !== null) {
      // The last frame showed what was handed on.
      const cost = now - handedOnAt
      const isFree = cost <= FREE || handedOn < BEGINNING
      restUntil = isFree ? 0 : now + Math.min(MAX_REST, cost * REST)
      handedOnAt = null
    }
    if (!hasMore) return
    wait()
    if (now < restUntil) return
    handOn(now + BUDGET)
    handedOnAt = now
  }

  function wait(): void {
    if (isWaiting) return
    isWaiting = true
    const rest = restUntil - clock.now()
    // Requesting an animation frame forces a paint, so none is requested while the page rests.
    if (rest > 0) clock.later(() => clock.nextFrame(onFrame), rest)
    else clock.nextFrame(onFrame)
  }

  const flush = () => handOn(Infinity)

  function listen(message: RunMessage): void {
    if (message.type !== 'records') {
      flush()
      return listener(message)
    }
    pending.push(message.events)
    computedUntil = message.computedUntil
    hasMore = true
    if (isWaiting) return
    wait()
    if (clock.now() < restUntil) return
    handOn(clock.now() + BUDGET)
    handedOnAt = clock.now()
  }

  return { listen, flush }
}
