import type { TaskResult } from './clock.ts'

export interface HeapTimer {
  /** Milliseconds since the run began. */
  readonly dueTime: number
  /** Orders timers that are due at the same time: first set, first run. */
  readonly order: number
  readonly callback: () => TaskResult
  cleared: boolean
}

const isBefore = (a: HeapTimer, b: HeapTimer) =>
  a.dueTime < b.dueTime || (a.dueTime === b.dueTime && a.order < b.order)

/** A binary heap of timers, the earliest first. Cleared ones leave when they reach the top. */
export class TimerHeap {
  readonly #timers: HeapTimer[] = []

  push(timer: HeapTimer): void {
    const timers = this.#timers
    let index = timers.length
    timers.push(timer)
    while (index > 0) {
      const parentIndex = (index - 1) >> 1
      const parent = timers[parentIndex]
      if (parent === undefined || !isBefore(timer, parent)) break
      timers[index] = parent
      index = parentIndex
    }
    timers[index] = timer
  }

  peek(): HeapTimer | undefined {
    let first = this.#timers[0]
    while (first?.cleared === true) {
      this.#removeFirst()
      first = this.#timers[0]
    }
    return first
  }

  pop(): HeapTimer | undefined {
    const first = this.peek()
    if (first !== undefined) this.#removeFirst()
    return first
  }

  #removeFirst(): void {
    const timers = this.#timers
    const last = timers.pop()
    if (last === undefined || timers.length === 0) return
    let index = 0
    for (;;) {
      let childIndex = 2 * index + 1
      let child = timers[childIndex]
      const right = timers[childIndex + 1]
      if (child !== undefined && right !== undefined && isBefore(right, child)) {
        childIndex += 1
        child = right
      }
      if (child === undefined || !isBefore(child, last)) break
      timers[index] = child
      index = childIndex
    }
    timers[index] = last
  }
}
