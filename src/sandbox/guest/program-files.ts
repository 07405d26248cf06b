/** A program's instrumented texts, and the mapping from their positions to the written ones. */
import type { SourcePosition } from '../../core/trace/event.ts'
import { originalColumn } from '../insertions.ts'
import type { PreparedFile, PreparedProgram } from '../prepared-program.ts'
import { innermostPosition, looksLikeFrame, positionOfFrame, stackHere } from './stack.ts'

export class ProgramFiles {
  readonly #columns = new Map<string, (line: number, column: number) => number>()

  constructor(program: PreparedProgram) {
    for (const [name, file] of namedFiles(program)) {
      const { insertions } = file
      this.#columns.set(name, (line, column) => originalColumn(insertions, line, column))
    }
  }

  /** Accounts for characters that were put before the file's first line. */
  shiftFirstLine(name: string, characters: number): void {
    const original = this.#columns.get(name)
    if (original === undefined) return
    this.#columns.set(name, (line, column) =>
      original(line, line === 1 ? Math.max(1, column - characters) : column),
    )
  }

  /** The file with this script name or URL. */
  nameIn(url: string): string | undefined {
    const name = url.slice(url.lastIndexOf('/') + 1)
    return this.#columns.has(name) ? name : undefined
  }

  /** The innermost position in the program on a stack. */
  inStack(stack: unknown): SourcePosition | undefined {
    if (typeof stack !== 'string') return undefined
    const position = innermostPosition(stack, (name) => this.#columns.has(name))
    return position && this.inText(position)
  }

  /** Maps a position in the running text to one in the written text. */
  inText(position: SourcePosition): SourcePosition {
    const { file, line, column } = position
    return { file, line, column: this.#columns.get(file)?.(line, column) ?? column }
  }

  /** The stack reduced to calls in the program, with columns of the written text. */
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

  /** The calls of the program on the stack, a line each; '' for none. */
  calls(): string {
    const stack = stackHere()
    if (typeof stack !== 'string') return ''
    return this.translateStack(stack)
      .split('\n')
      .filter((line) => positionOfFrame(line) !== undefined)
      .join('\n')
  }

  /** The program's current position; undefined if no call of it is on the stack. */
  locate(): SourcePosition | undefined {
    return this.inStack(stackHere())
  }
}

/** In the order in which their guards are numbered. */
export function namedFiles(program: PreparedProgram): readonly (readonly [string, PreparedFile])[] {
  return (['client.js', 'server.js', 'attacker.js'] as const).flatMap((name) => {
    const file = program[name]
    return file === undefined ? [] : [[name, file] as const]
  })
}
