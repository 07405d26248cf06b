/** The texts of a program, instrumented, and the way from what runs back to what was written. */
import type { SourcePosition } from '../../core/trace/event.ts'
import { instrument, type Goal, type ImportRequest, type Unparsable } from '../instrument.ts'
import { CHECK, COUNTER, type LoopGuard } from './loop-guard.ts'
import { innermostPosition, looksLikeFrame, positionOfFrame, stackHere } from './stack.ts'

export interface PreparedFile {
  readonly name: string
  readonly goal: Goal
  readonly code: string
  readonly imports: readonly ImportRequest[]
  /** Why it runs as it is, without guards. */
  readonly unparsable?: Unparsable
}

export interface PrepareOptions {
  /** Decided by the text when absent. */
  readonly goal?: Goal
  readonly modulePrologue?: string
}

export class ProgramFiles {
  readonly #guard: LoopGuard
  readonly #columns = new Map<string, (line: number, column: number) => number>()

  constructor(guard: LoopGuard) {
    this.#guard = guard
  }

  prepare(
    name: string,
    source: string,
    { goal, modulePrologue = '' }: PrepareOptions,
  ): PreparedFile {
    const result = instrument(source, {
      ...(goal && { goal }),
      modulePrologue,
      counter: COUNTER,
      check: CHECK,
      firstSite: this.#guard.siteCount,
    })
    if ('unparsable' in result) {
      const { unparsable } = result
      const prologue = unparsable.goal === 'module' ? modulePrologue : ''
      this.#columns.set(name, (line, column) =>
        line === 1 ? Math.max(1, column - prologue.length) : column,
      )
      return { name, goal: unparsable.goal, code: prologue + source, imports: [], unparsable }
    }
    const { file } = result
    this.#guard.addSites(name, file.sites)
    this.#columns.set(name, (line, column) => file.originalColumn(line, column))
    return { name, goal: file.goal, code: file.code, imports: file.imports }
  }

  /** Whoever runs the file put this many characters before its first line. */
  shiftFirstLine(name: string, characters: number): void {
    const original = this.#columns.get(name)
    if (original === undefined) return
    this.#columns.set(name, (line, column) =>
      original(line, line === 1 ? Math.max(1, column - characters) : column),
    )
  }

  /** The file that a script's name or URL means. */
  nameIn(url: string): string | undefined {
    const name = url.slice(url.lastIndexOf('/') + 1)
    return this.#columns.has(name) ? name : undefined
  }

  /** The innermost place of the program in a stack. */
  inStack(stack: unknown): SourcePosition | undefined {
    if (typeof stack !== 'string') return undefined
    const position = innermostPosition(stack, (name) => this.#columns.has(name))
    return position && this.inText(position)
  }

  /** A place in the text that runs, as a place in the text that was written. */
  inText(position: SourcePosition): SourcePosition {
    const { file, line, column } = position
    return { file, line, column: this.#columns.get(file)?.(line, column) ?? column }
  }

  /** A stack with the frames of the program alone, their columns those of the written text. */
  translateStack(stack: string): string {
    return stack
      .split('\n')
      .flatMap((line) => {
        const position = positionOfFrame(line)
        if (position === undefined) return looksLikeFrame(line) ? [] : [line]
        if (!this.#columns.has(position.file)) return []
        const { column } = this.inText(position)
        return [line.replace(/:\d+(\)?)$/u, `:${column}$1`).replace(/@.*\/(?=[\w-]+\.js:)/u, '@')]
      })
      .join('\n')
  }

  /** Where the program stands now; undefined where no frame of it is on the stack. */
  locate(): SourcePosition | undefined {
    return this.inStack(stackHere())
  }
}
