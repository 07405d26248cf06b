/** Positions in the script of a worker or iframe, which begins with a script of ours. */
import type { SourcePosition } from '../../../core/trace/event.ts'

// Chromium: `at f (blob:null/…:3:5)`. Firefox: `f@blob:null/…:3:5`.
const FRAME = /(?:^|[\s(@])([^\s()@]+):(\d+):(\d+)\)?$/u

export interface OwnScript {
  /** Its name in stacks. */
  readonly file: string
  /** Its name in the program. */
  readonly name: string
  /** UTF-16 code units of our script at the beginning of the first line. */
  readonly length: number
}

/** The innermost position that is not in our script; undefined if there is none. */
export function positionOutside(stack: unknown, own: OwnScript): SourcePosition | undefined {
  if (typeof stack !== 'string') return undefined
  for (const text of stack.split('\n')) {
    const [, file, line, column] = FRAME.exec(text) ?? []
    if (file === undefined) continue
    const place = { file, line: Number(line), column: Number(column) }
    if (file !== own.file) return place
    if (place.line > 1) return { ...place, file: own.name }
    if (place.column > own.length)
      return { ...place, file: own.name, column: place.column - own.length }
  }
  return undefined
}

/** The innermost file on a stack. */
export function fileOf(stack: unknown): string {
  const frames = typeof stack === 'string' ? stack.split('\n') : []
  return frames.map((text) => FRAME.exec(text)?.[1]).find((file) => file !== undefined) ?? ''
}
