import type { Task } from './clock.ts'

/** First in, first out, without moving what waits. */
export class TaskQueue {
  #tasks: Task[] = []
  #next = 0

  push(task: Task): void {
    this.#tasks.push(task)
  }

  shift(): Task | undefined {
    const task = this.#tasks[this.#next]
    if (task === undefined) return undefined
    this.#next += 1
    if (this.#next === this.#tasks.length) this.clear()
    return task
  }

  clear(): void {
    this.#tasks = []
    this.#next = 0
  }
}
