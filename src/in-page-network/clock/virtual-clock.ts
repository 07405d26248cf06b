import type { ClockTimer, Task, Turn, VirtualClock } from './clock.ts'
import { createEventLoopTurn } from './event-loop-turn.ts'
import { Fifo } from '../fifo.ts'
import type { HeapTimer } from './timer-heap.ts'
import { TimerHeap } from './timer-heap.ts'

/** What `Date` says when a virtual run begins: 2026-01-01T00:00:00Z, in Unix milliseconds. */
export const EPOCH = Date.UTC(2026, 0, 1)

/**
 * Time that passes only in `step`.
 *
 * A step runs one timer and then whole turns of the real event loop, so that every promise the
 * program awaits settles at that virtual time. Timers keep fractions of a millisecond, because
 * the link computes when the last bit of a segment has left. `beforeTask` is called before each timer and task.
 */
export function createVirtualClock(beforeTask: () => void = () => undefined): VirtualClock {
  const timers = new TimerHeap()
  const tasks = new Fifo<Task>()
  const nextTurn = createEventLoopTurn()
  let time = 0
  let order = 0
  let held = 0
  let release: (() => void) | undefined
  let stopped = false

  const turn: Turn = async () => {
    await nextTurn()
    while (held > 0) {
      await new Promise<void>((resolve) => (release = resolve))
      await nextTurn()
    }
  }

  const clock: VirtualClock = {
    kind: 'virtual',
    now: () => time,

    setTimer(callback, delay): ClockTimer {
      const timer: HeapTimer = {
        dueTime: time + Math.max(0, delay),
        order: order++,
        callback,
        cleared: false,
      }
      timers.push(timer)
      return {
        clear() {
          timer.cleared = true
        },
      }
    },

    queueTask(task: Task) {
      if (!stopped) tasks.push(task)
    },

    hold(promise) {
      held += 1
      const done = () => {
        held -= 1
        if (held === 0) release?.()
      }
      promise.then(done, done)
      return promise
    },

    nextTime: () => (stopped ? null : (timers.peek()?.dueTime ?? null)),

    async step() {
      const timer = stopped ? undefined : timers.pop()
      if (timer !== undefined) {
        time = timer.dueTime
        beforeTask()
        const finish = timer.callback()
        if (finish !== undefined) {
          await turn()
          finish()
        }
      }
      await clock.settle()
    },

    async settle() {
      for (;;) {
        await turn()
        const task = tasks.shift()
        if (task === undefined) return
        beforeTask()
        const finish = await task(turn)
        if (finish !== undefined) {
          await turn()
          finish()
        }
      }
    },

    async runUntil(end) {
      await clock.settle()
      for (;;) {
        const next = clock.nextTime()
        if (next === null || next > end) break
        await clock.step()
      }
      if (Number.isFinite(end)) time = Math.max(time, end)
    },

    stop() {
      stopped = true
      tasks.clear()
    },
  }
  return clock
}
