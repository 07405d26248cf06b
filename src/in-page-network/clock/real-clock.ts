import type { RealClock, Task } from './clock.ts'
import { createEventLoopTurn } from './event-loop-turn.ts'
import { Fifo } from '../../core/trace/fifo.ts'

/**
 * Time as it passes. Native work needs no waiting for, so `hold` does nothing. `beforeTask` is
 * called before each timer and task.
 */
export function createRealClock(beforeTask: () => void = () => undefined): RealClock {
  // Taken now: a program may replace its window's timers, by ours among others.
  const { setTimeout, clearTimeout, performance } = globalThis
  const start = performance.now()
  const nextTurn = createEventLoopTurn()
  const tasks = new Fifo<Task>()
  let running = false
  let stopped = false

  const run = async () => {
    running = true
    for (;;) {
      await nextTurn()
      const task = tasks.shift()
      if (task === undefined) break
      beforeTask()
      const finish = await task(nextTurn)
      if (finish !== undefined) {
        await nextTurn()
        finish()
      }
    }
    running = false
  }

  return {
    kind: 'real',
    now: () => performance.now() - start,

    setTimer(callback, delay) {
      const id = setTimeout.call(
        globalThis,
        () => {
          if (stopped) return
          beforeTask()
          const finish = callback()
          if (finish !== undefined) void nextTurn().then(finish)
        },
        Math.max(0, delay),
      )
      return { clear: () => clearTimeout.call(globalThis, id) }
    },

    queueTask(task) {
      if (stopped) return
      tasks.push(task)
      if (!running) void run()
    },

    hold: (promise) => promise,

    stop() {
      stopped = true
      tasks.clear()
    },
  }
}
