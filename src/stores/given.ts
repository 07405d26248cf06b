import { getActivePinia, type Pinia } from 'pinia'

/** Something that an app gives to its stores. Two apps in one process each give their own. */
export class Given<T> {
  readonly #values = new WeakMap<Pinia, T>()
  readonly #fallback: () => T

  /** @param fallback what a store gets that no app gave anything, as in a test. */
  constructor(fallback: () => T) {
    this.#fallback = fallback
  }

  /** Stores that were made before keep what they have. */
  give(pinia: Pinia, value: T): void {
    this.#values.set(pinia, value)
  }

  /** In the setup of a store. */
  take(): T {
    const pinia = getActivePinia()
    return (pinia && this.#values.get(pinia)) ?? this.#fallback()
  }
}
