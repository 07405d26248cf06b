/** What several clients have of something, by their addresses. The oldest of each comes first. */
export class Shares<T> {
  readonly #byAddress = new Map<string, Set<T>>()

  add(address: string, one: T): void {
    const share = this.#byAddress.get(address)
    if (share === undefined) this.#byAddress.set(address, new Set([one]))
    else share.add(one)
  }

  delete(address: string, one: T): void {
    const share = this.#byAddress.get(address)
    share?.delete(one)
    if (share?.size === 0) this.#byAddress.delete(address)
  }

  /**
   * The largest share, where it is larger than that of this address with one more: it has to give
   * one up to it.
   */
  largestBeside(address: string): ReadonlySet<T> | null {
    const own = this.#byAddress.get(address)?.size ?? 0
    let largest: ReadonlySet<T> | null = null
    for (const share of this.#byAddress.values())
      if (share.size > Math.max(own + 1, largest?.size ?? 0)) largest = share
    return largest
  }

  /** The largest share; null where there is none. */
  largest(): ReadonlySet<T> | null {
    let largest: ReadonlySet<T> | null = null
    for (const share of this.#byAddress.values())
      if (share.size > (largest?.size ?? 0)) largest = share
    return largest
  }
}
