/** Where code of a worker or a frame stands, whose script begins with ours. */
import type { SourcePosition } from '../../../core/trace/event.ts'

// Chromium: `at f (blob:null/…:3:5)`. Firefox: `f@blob:null/…:3:5`.
const FRAME = /(?:^|[\s(@])([^\s()@]+):(\d+):(\d+)\)?$/u

export interface OwnScript {
  /** As stacks name it. */
  readonly file: string
  /** As the program knows it. */
  readonly name: string
  /** UTF-16 code units of ours at the beginning of its first line. */
  readonly length: number
}

/** The innermost place that is not ours; undefined where all are. */
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

/** The file that a stack was taken in. */
export function fileOf(stack: unknown): string {
  const frames = typeof stack === 'string' ? stack.split('\n') : []
  return frames.map((text) => FRAME.exec(text)?.[1]).find((file) => file !== undefined) ?? ''
}
