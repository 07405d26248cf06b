import type { ClockTimer, Task, TaskResult, Turn, VirtualClock } from './clock.ts'
import { createEventLoopTurn } from './event-loop-turn.ts'
import { Fifo } from '../../core/trace/fifo.ts'
import { TimerHeap, type HeapTimer } from './timer-heap.ts'

/**
 * Time that passes only in `step`.
 *
 * A step runs one timer and then whole turns of the real event loop, so that every promise the
 * program awaits settles at that virtual time. Timers keep fractions of a millisecond, because
 * the link computes when the last bit of a segment has left. `beforeTask` is called before each
 * timer and task, and when the last of a step is over.
 * @param nextTurn resolves in a new turn of the event loop, after all microtasks.
 */
export function createVirtualClock(
  beforeTask: () => void = () => undefined,
  nextTurn: () => Promise<void> = createEventLoopTurn(),
): VirtualClock {
  const timers = new TimerHeap()
  const tasks = new Fifo<Task>()
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

  /** What a task returned is called when the microtasks of the task have run. */
  const finishTask = async (finish: TaskResult) => {
    await turn()
    finish?.()
  }

  const runTasks = async () => {
    for (let task = tasks.shift(); task !== undefined; task = tasks.shift()) {
      beforeTask()
      const result = task(turn)
      await finishTask(result instanceof Promise ? await result : result)
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
      if (timer === undefined) {
        await clock.settle()
        return
      }
      time = timer.dueTime
      beforeTask()
      await finishTask(timer.callback())
      await runTasks()
      beforeTask()
    },

    async settle() {
      await turn()
      await runTasks()
      beforeTask()
    },

    async runUntil(end) {
      await clock.runUntilIdle(end)
      if (Number.isFinite(end)) time = Math.max(time, end)
    },

    async runUntilIdle(latest = Infinity) {
      await clock.settle()
      for (;;) {
        const next = clock.nextTime()
        if (next === null || next > latest) break
        await clock.step()
      }
    },

    stop() {
      stopped = true
      tasks.clear()
    },
  }
  return clock
}
