/** First in, first out, in constant time: `Array.prototype.shift` moves everything that waits. */
export class Fifo<T> {
  #items: T[] = []
  #next = 0

  get length(): number {
    return this.#items.length - this.#next
  }

  push(item: T): void {
    this.#items.push(item)
  }

  peek(): T | undefined {
    return this.#items[this.#next]
  }

  /** What was pushed last, if it is still here. */
  get last(): T | undefined {
    return this.length === 0 ? undefined : this.#items.at(-1)
  }

  shift(): T | undefined {
    if (this.length === 0) return undefined
    const item = this.#items[this.#next]
    this.#next += 1
    // Drops what was taken now and then, so that it can be collected.
    if (this.#next >= 1024 && this.#next * 2 >= this.#items.length) {
      this.#items = this.#items.slice(this.#next)
      this.#next = 0
    } else if (this.length === 0) {
      this.clear()
    }
    return item
  }

  clear(): void {
    this.#items = []
    this.#next = 0
  }
}
