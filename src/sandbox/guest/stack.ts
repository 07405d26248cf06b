/** Reads positions from `error.stack` as Chromium and Firefox write it. */

/** A position in the running text, from line 1 and column 1, as the browser reports it. */
export interface StackPosition {
  readonly file: string
  readonly line: number
  readonly column: number
}

// Chromium: `    at send (client.js:3:5)`, `    at client.js:3:5`. Firefox: `send@client.js:3:5`, where
// the name may be an absolute URL.
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

/** The innermost position in one of these files. */
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

/** Calls searched for one of the program's: calls of our libraries may be above it. */
const STACK_DEPTH = 30

const isChromium = 'stackTraceLimit' in Error

/** The stack at the call, without the program's own formatting or limit of stacks. */
export function stackHere(): unknown {
  // Only in Chromium.
  const errors = Error as ErrorConstructor & {
    stackTraceLimit?: unknown
    prepareStackTrace?: unknown
  }
  const limit = Object.getOwnPropertyDescriptor(errors, 'stackTraceLimit')
  const prepare = Object.getOwnPropertyDescriptor(errors, 'prepareStackTrace')
  if (prepare !== undefined) Reflect.deleteProperty(errors, 'prepareStackTrace')
  if (limit?.value !== STACK_DEPTH && isChromium) {
    Reflect.set(errors, 'stackTraceLimit', STACK_DEPTH)
  }
  const { stack } = new Error()
  if (limit !== undefined) Reflect.defineProperty(errors, 'stackTraceLimit', limit)
  else if (isChromium) Reflect.deleteProperty(errors, 'stackTraceLimit')
  if (prepare !== undefined) Reflect.defineProperty(errors, 'prepareStackTrace', prepare)
  return stack
}
