/** Reads the positions out of `error.stack`, as Chromium and Firefox write it. */

/** A position as the browser reports it: in the text that runs, from line 1 and column 1. */
export interface StackPosition {
  readonly file: string
  readonly line: number
  readonly column: number
}

// Chromium: `    at send (client.js:3:5)`, `    at client.js:3:5`. Firefox: `send@client.js:3:5`, where
// the name may have been made an absolute URL.
const frame = /(?:^|[\s(@/])([\w-]+\.(?:js|html)):(\d+):(\d+)\)?$/u

/** Chromium: begins with `at`. Firefox: has an `@`. */
export function looksLikeFrame(text: string): boolean {
  return /^\s+at |^[^\s]*@/u.test(text)
}

export function positionOfFrame(text: string): StackPosition | undefined {
  const [, file, line, column] = frame.exec(text) ?? []
  if (file === undefined) return undefined
  return { file, line: Number(line), column: Number(column) }
}

/** The innermost frame of one of these files. */
export function innermostPosition(
  stack: string,
  isFile: (name: string) => boolean,
): StackPosition | undefined {
  for (const text of stack.split('\n')) {
    const position = positionOfFrame(text)
    if (position !== undefined && isFile(position.file)) return position
  }
  return undefined
}
