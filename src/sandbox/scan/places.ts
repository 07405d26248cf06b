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
    let line = 0
    let end = starts.length
    while (end - line > 1) {
      const middle = (line + end) >> 1
      if ((starts[middle] ?? 0) <= offset) line = middle
      else end = middle
    }
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 }
  }
}
