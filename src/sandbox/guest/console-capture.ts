/** Records what a program prints. The browser's own console still prints it too. */
import { copyValues } from '../../core/trace/copy-value.ts'
import type {
  ConsoleLevel,
  ConsoleMessage,
  Recorder,
  SourcePosition,
} from '../../core/trace/event.ts'
import type { RemoteValue } from '../../core/trace/remote-value.ts'
import type { Sight } from '../../core/trace/sight.ts'
import { causedBy, observed } from '../observed-event.ts'
import { convertArguments } from './console-format.ts'

export interface ConsoleCapture {
  readonly recorder: Recorder
  /** The time of the run, milliseconds. */
  readonly time: () => number
  readonly locate: () => SourcePosition | undefined
  /** The calls on the stack, as the program wrote them, a line each. */
  readonly calls: () => string
  /** The `seq` of the event in whose turn the program prints. */
  readonly cause: () => number | undefined
  readonly sight: Sight
  /** Maps positions inside a value, as in a stack, back to the program as it was written. */
  readonly translate: (value: RemoteValue) => RemoteValue
}

type Method = NonNullable<ConsoleMessage['method']>

/** A method records, and gives what the browser's own method prints instead of what it was given. */
type Recording = (...values: unknown[]) => readonly unknown[] | undefined

/** The methods of a recording console, with separate counters and timers: Chromium's words. */
function recordingConsole(capture: ConsoleCapture): Readonly<Record<string, Recording>> {
  const { recorder, time, locate, calls, cause, sight, translate } = capture
  const counts = new Map<string, number>()
  const timers = new Map<string, number>()

  const print = (level: ConsoleLevel, values: readonly unknown[], method?: Method): void => {
    const hasStack = method === 'trace' || level === 'error'
    const stack = hasStack ? calls() : ''
    const message = {
      type: 'consoleMessage',
      level,
      ...(method === undefined ? {} : { method }),
      ...(stack === '' ? {} : { stack }),
      arguments: copyValues(values, sight).map(translate),
    } as const
    recorder.record(observed({ ...message, ...causedBy(cause()) }, locate()))
  }
  /** Nothing is printed for no arguments, unless there is a text for it. */
  const printer =
    (level: ConsoleLevel, method?: Method, otherwise?: string): Recording =>
    (...values) => {
      const converted = convertArguments(values)
      if (values.length > 0) print(level, converted, method)
      else if (otherwise !== undefined) print(level, [otherwise], method)
      return converted
    }
  const lister =
    (method: Method): Recording =>
    (...values) => {
      if (values.length > 0) print('log', values, method)
      return undefined
    }

  const elapsed = (level: ConsoleLevel, label: string, values: readonly unknown[]): void => {
    const start = timers.get(label)
    if (start === undefined) print('warn', [`Timer '${label}' does not exist`])
    else print(level, [`${label}: ${Number((time() - start).toFixed(3))} ms`, ...values])
  }

  return {
    log: printer('log'),
    info: printer('info'),
    warn: printer('warn'),
    error: printer('error'),
    debug: printer('debug'),
    dir: lister('dir'),
    dirxml: lister('dirxml'),
    table: lister('table'),
    trace: printer('log', 'trace', 'console.trace'),
    group: printer('log', 'group', 'console.group'),
    groupCollapsed: printer('log', 'groupCollapsed', 'console.groupCollapsed'),
    groupEnd: () => {
      print('log', [], 'groupEnd')
      return undefined
    },
    clear: () => {
      print('log', [], 'clear')
      return undefined
    },
    assert: (condition, ...values) => {
      if (condition) return undefined
      const converted = convertArguments(values)
      print('error', values.length === 0 ? ['console.assert'] : converted, 'assert')
      return [condition, ...converted]
    },
    count: (given) => {
      const label = labelOf(given)
      const count = (counts.get(label) ?? 0) + 1
      counts.set(label, count)
      print('info', [`${label}: ${count}`])
      return [label]
    },
    countReset: (given) => {
      const label = labelOf(given)
      if (!counts.delete(label)) print('warn', [`Count for '${label}' does not exist`])
      return [label]
    },
    time: (given) => {
      const label = labelOf(given)
      if (timers.has(label)) print('warn', [`Timer '${label}' already exists`])
      else timers.set(label, time())
      return [label]
    },
    timeLog: (given, ...values) => {
      const label = labelOf(given)
      elapsed('log', label, values)
      return [label, ...values]
    },
    timeEnd: (given) => {
      const label = labelOf(given)
      elapsed('info', label, [])
      timers.delete(label)
      return [label]
    },
  }
}

/** A label is a text, which is asked for once. */
const labelOf = (given: unknown): string => (given === undefined ? 'default' : String(given))

/** Makes every call on `target` record as well. */
export function captureConsole(target: Console, capture: ConsoleCapture): void {
  const recording = recordingConsole(capture)
  for (const [name, record] of Object.entries(recording)) {
    const native: unknown = Reflect.get(target, name)
    // A method shorthand keeps the original name and is not a constructor.
    const { [name]: method } = {
      [name](...values: unknown[]): void {
        const printed = Reflect.apply(record, undefined, values) as ReturnType<Recording>
        if (typeof native === 'function') Reflect.apply(native, target, printed ?? values)
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
