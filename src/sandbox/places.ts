import { lowerBound } from '../core/trace/lower-bound.ts'

const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/gu

interface Place {
  readonly line: number
  readonly column: number
}

/** @returns the line and the column of an offset, both from 1. */
export function placesIn(source: string): (offset: number) => Place {
  const starts = [0]
  for (const { index, 0: found } of source.matchAll(LINE_BREAK)) starts.push(index + found.length)
  return (offset) => {
    // As many lines as begin at the offset or before.
    const line = lowerBound(starts, offset + 1)
    return { line, column: offset - (starts[line - 1] ?? 0) + 1 }
  }
}
