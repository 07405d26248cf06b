/** Leads through what was typed before, as the arrow keys of a console do. */
export class TypedTexts {
  readonly #texts: () => readonly string[]
  /** Counted from the latest; 0 is what is being typed. */
  #back = 0
  /** What was being typed when the reader went back. */
  #unfinished = ''

  /** @param texts the latest last. */
  constructor(texts: () => readonly string[]) {
    this.#texts = texts
  }

  /**
   * @param by -1 for an earlier text, 1 for a later one.
   * @param present what is in the line.
   * @returns undefined where there is no other.
   */
  move(by: -1 | 1, present: string): string | undefined {
    const back = this.#back - by
    if (back < 0 || back > this.#texts().length) return undefined
    if (this.#back === 0) this.#unfinished = present
    this.#back = back
    return back === 0 ? this.#unfinished : this.#texts().at(-back)
  }

  /** Something new is typed next. */
  leave(): void {
    this.#back = 0
  }
}
