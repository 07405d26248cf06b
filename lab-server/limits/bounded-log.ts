import { Rate } from './rate.ts'

type Write = (line: string) => void

/** Lines of one kind a second. */
const linesPerSecond = 100
/** Characters of a line, because some contain what a client sent. */
const mostCharacters = 1000

/**
 * A log that clients cannot flood: it prints a limited number of lines of each kind per second and
 * counts the rest.
 */
export class BoundedLog {
  readonly #write: Write
  readonly #timers = new Set<NodeJS.Timeout>()

  constructor(write: Write) {
    this.#write = write
  }

  /** Writes lines of one kind. `kind` is a plural, as in "more lines about …". */
  about(kind: string): Write {
    const rate = new Rate(linesPerSecond, performance.now())
    let leftOut = 0
    return (line) => {
      if (rate.take(1, performance.now())) {
        this.#write(line.length > mostCharacters ? `${line.slice(0, mostCharacters)}…` : line)
        return
      }
      leftOut += 1
      if (leftOut > 1) return
      const timer = setTimeout(() => {
        this.#timers.delete(timer)
        this.#write(`${leftOut} more lines about ${kind} were left out`)
        leftOut = 0
      }, 1000).unref()
      this.#timers.add(timer)
    }
  }

  /** Writes nothing late any more. */
  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer)
  }
}
