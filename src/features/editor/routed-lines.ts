import type { TraceLog } from '../../core/trace/log.ts'

/**
 * The lines of the program at which a socket was made that was routed elsewhere: its own, or that
 * of the call that made it.
 */
export class RoutedLines {
  readonly #log: Pick<TraceLog, 'firstSeq' | 'nextSeq' | 'get'>
  /** File and line, by the seq of the first such socket. */
  readonly #lines: { readonly file: string; readonly line: number; readonly seq: number }[] = []
  #next = 0

  constructor(log: Pick<TraceLog, 'firstSeq' | 'nextSeq' | 'get'>) {
    this.#log = log
  }

  /** Reads what the log gained since the last time. */
  update(): void {
    const { firstSeq, nextSeq } = this.#log
    for (let seq = Math.max(this.#next, firstSeq); seq < nextSeq; seq += 1) {
      const event = this.#log.get(seq)
      if (event?.type !== 'created' || event.routedTo === undefined) continue
      const source = event.source ?? this.#log.get(event.cause ?? seq)?.source
      if (source === undefined) continue
      const { file, line } = source
      if (!this.#lines.some((other) => other.file === file && other.line === line))
        this.#lines.push({ file, line, seq })
    }
    this.#next = nextSeq
  }

  /** `before` is a seq: what came then and later has not happened yet. */
  of(file: string, before: number): number[] {
    return this.#lines
      .filter((entry) => entry.file === file && entry.seq < before)
      .map(({ line }) => line)
  }
}
