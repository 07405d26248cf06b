/** Records what a program prints. The browser's own console still prints it too. */
import { copyValues } from '../../core/trace/copy-value.ts'
import type { ConsoleLevel, Recorder, SourcePosition } from '../../core/trace/event.ts'
import type { RemoteValue } from '../../core/trace/remote-value.ts'
import { causedBy, observed } from '../observed-event.ts'
import { formatArguments } from './console-format.ts'

export interface ConsoleCapture {
  readonly recorder: Recorder
  /** The time of the run, milliseconds. */
  readonly time: () => number
  readonly locate: () => SourcePosition | undefined
  /** The `seq` of the event in whose turn the program prints. */
  readonly cause: () => number | undefined
  /** Maps positions inside a value, as in a stack, back to the program as it was written. */
  readonly translate: (value: RemoteValue) => RemoteValue
}

/** The methods of a recording console, with separate counters and timers. */
function recordingConsole({ recorder, time, locate, cause, translate }: ConsoleCapture) {
  const counts = new Map<string, number>()
  const timers = new Map<string, number>()

  const print = (level: ConsoleLevel, values: readonly unknown[]): void => {
    const printed = copyValues(values).map(translate)
    const message = { type: 'consoleMessage', level, arguments: printed } as const
    recorder.record(observed({ ...message, ...causedBy(cause()) }, locate()))
  }
  const printer =
    (level: ConsoleLevel) =>
    (...values: unknown[]) =>
      print(level, formatArguments(values))

  const elapsed = (label: string, values: readonly unknown[]): void => {
    const start = timers.get(label)
    if (start === undefined) print('warn', [`Timer “${label}” does not exist`])
    else print('info', [`${label}: ${Number((time() - start).toFixed(3))} ms`, ...values])
  }

  const group = (...values: unknown[]) => {
    if (values.length > 0) print('log', formatArguments(values))
  }

  return {
    log: printer('log'),
    info: printer('info'),
    warn: printer('warn'),
    error: printer('error'),
    debug: printer('debug'),
    dir: (value?: unknown) => print('log', [value]),
    dirxml: (...values: unknown[]) => print('log', values),
    table: (value?: unknown) => print('log', [value]),
    trace: (...values: unknown[]) =>
      print('log', values.length === 0 ? ['Trace'] : formatArguments(values)),
    assert(condition?: boolean, ...values: unknown[]) {
      if (condition) return
      const [first, ...rest] = values
      if (typeof first === 'string') {
        print('error', formatArguments([`Assertion failed: ${first}`, ...rest]))
      } else print('error', ['Assertion failed', ...values])
    },
    count(label = 'default') {
      const count = (counts.get(label) ?? 0) + 1
      counts.set(label, count)
      print('info', [`${label}: ${count}`])
    },
    countReset(label = 'default') {
      counts.delete(label)
    },
    time(label = 'default') {
      if (timers.has(label)) print('warn', [`Timer “${label}” already exists`])
      else timers.set(label, time())
    },
    timeLog(label = 'default', ...values: unknown[]) {
      elapsed(label, values)
    },
    timeEnd(label = 'default') {
      elapsed(label, [])
      timers.delete(label)
    },
    group,
    groupCollapsed: group,
    groupEnd: () => undefined,
  } satisfies Partial<Console>
}

/** Makes every call on `target` record as well. */
export function captureConsole(target: Console, capture: ConsoleCapture): void {
  const recording = recordingConsole(capture)
  for (const [name, record] of Object.entries(recording)) {
    const native: unknown = Reflect.get(target, name)
    // A method shorthand keeps the original name and is not a constructor.
    const { [name]: method } = {
      [name](...values: unknown[]): void {
        Reflect.apply(record, undefined, values)
        if (typeof native === 'function') Reflect.apply(native, target, values)
      },
    }
    Object.defineProperty(target, name, {
      value: method,
      writable: true,
      enumerable: true,
      configurable: true,
    })
  }
}
