import type { TraceEvent } from '../../core/trace/event.ts'
import type { ReadableLog } from '../../core/trace/readable-log.ts'

/** The lines that created a routed socket: the socket's own line, or that of the constructor call. */
export class RoutedLines {
  readonly #log: ReadableLog
  /** `seq` is that of the line's first routed socket. */
  readonly #lines: { readonly file: string; readonly line: number; readonly seq: number }[] = []

  constructor(log: ReadableLog) {
    this.#log = log
  }

  accept(event: TraceEvent): void {
    if (event.type !== 'created' || event.routedTo === undefined) return
    const { seq, cause = seq } = event
    const source = event.source ?? this.#log.get(cause)?.source
    if (source === undefined) return
    const { file, line } = source
    if (!this.#lines.some((other) => other.file === file && other.line === line))
      this.#lines.push({ file, line, seq })
  }

  /** `before` is a seq: that event and later ones have not happened yet. */
  of(file: string, before: number): number[] {
    return this.#lines
      .filter((entry) => entry.file === file && entry.seq < before)
      .map(({ line }) => line)
  }
}
