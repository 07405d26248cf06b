import { getActivePinia, type Pinia } from 'pinia'

/** A value that an app gives to its stores. Each app in a process gives another. */
export class Given<T> {
  readonly #values = new WeakMap<Pinia, T>()
  readonly #fallback: () => T

  /** @param fallback makes the value for a store outside any app, as in a test. */
  constructor(fallback: () => T) {
    this.#fallback = fallback
  }

  /** Call it before the first store is made. */
  give(pinia: Pinia, value: T): void {
    this.#values.set(pinia, value)
  }

  /** Call it in the setup of a store. */
  take(): T {
    const pinia = getActivePinia()
    return (pinia && this.#values.get(pinia)) ?? this.#fallback()
  }
}
