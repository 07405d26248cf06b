/**
 * The clock of a run, and its event loop.
 *
 * Nothing in the in-page network reads another clock or calls another timer.
 */

/** A timer of the world itself: of the link, of Node's modules. Never recorded. */
export interface ClockTimer {
  /** Does nothing when the timer fired or was cleared. */
  clear(): void
}

/** Passed to every task: waits until all microtasks have run, as between two listeners. */
export type Turn = () => Promise<void>

/**
 * A task (HTML §8.1.7). What it returns is called when all microtasks that it queued have run.
 */
export type Task = (turn: Turn) => TaskResult | Promise<TaskResult>
export type TaskResult = (() => void) | undefined

export interface Clock {
  readonly kind: 'virtual' | 'real'
  /** Milliseconds since the run began. */
  now(): number
  /**
   * Calls back once, `delay` milliseconds from now at the earliest. What the callback returns is
   * called as for a task.
   */
  setTimer(callback: () => TaskResult, delay: number): ClockTimer
  /**
   * Queues a task: it runs after everything queued before it, in a separate turn of the event loop,
   * at the clock's present time.
   */
  queueTask(task: Task): void
  /**
   * Holds the clock until the promise is settled: for native work that takes real time
   * (`Blob.text()`, `crypto.subtle`). Returns the promise itself.
   */
  hold<P extends Promise<unknown>>(promise: P): P
  /** Ends everything: no timer and no task runs any more. */
  stop(): void
}

/**
 * Time that passes only when driven. Drive it with
 * `await clock.settle(); while (clock.nextTime() !== null) await clock.step()`.
 */
export interface VirtualClock extends Clock {
  readonly kind: 'virtual'
  /** When the next timer is due, in milliseconds since the run began; `null` when there is none. */
  nextTime(): number | null
  /** Runs the next timer and everything that follows from it at that time. */
  step(): Promise<void>
  /** Runs all tasks and microtasks of this time, and waits for what holds the clock. */
  settle(): Promise<void>
  /** Settles, then steps until no timer is left at or before `time`; the clock then says `time`. */
  runUntil(time: number): Promise<void>
  /**
   * Settles, then steps until no timer is left, or none at or before `latest`. The clock then says
   * when the last one was due. Default: without end, as for a program that has an interval.
   */
  runUntilIdle(latest?: number): Promise<void>
}

export interface RealClock extends Clock {
  readonly kind: 'real'
}

/** Holds the clock until the function that it returns is called. */
export function holdClock(clock: Clock): () => void {
  let release = () => {}
  void clock.hold(new Promise<void>((resolve) => (release = resolve)))
  return () => release()
}
