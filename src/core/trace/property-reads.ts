/** Which of a program's reads of a socket's properties are told. */
import type { SourcePosition } from './events/event-base.ts'

/** The properties of a WebSocket whose reading is recorded. */
export const READ_PROPERTIES = [
  'url',
  'readyState',
  'bufferedAmount',
  'extensions',
  'protocol',
  'binaryType',
] as const

export type ReadProperty = (typeof READ_PROPERTIES)[number]

/** Finding the line costs far more than the read; a program that waits in a loop reads on and on. */
const MAX_REPETITIONS = 100

/** The reads of one socket. The same value of a property is told once for each line that reads it. */
export class PropertyReads {
  readonly #told = new Set<string>()
  /** By property and value: reads since a line was new. */
  readonly #repetitions = new Map<string, number>()

  /**
   * Calls `tell` for a read that was not told yet. A value that one hundred reads in a row brought
   * no new line for is not looked at any more.
   */
  read(
    property: ReadProperty,
    value: string | number,
    locate: () => SourcePosition | undefined,
    tell: (source: SourcePosition | undefined) => void,
  ): void {
    const what = `${property} ${String(value)}`
    const repetitions = this.#repetitions.get(what) ?? 0
    if (repetitions >= MAX_REPETITIONS) return
    const source = locate()
    const where = source === undefined ? what : `${what} ${source.file}:${String(source.line)}`
    if (this.#told.has(where)) {
      this.#repetitions.set(what, repetitions + 1)
      return
    }
    this.#told.add(where)
    this.#repetitions.set(what, 0)
    tell(source)
  }
}
