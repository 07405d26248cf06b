/** The console of a server program: Node's, whose lines are texts. */
import type { ConsoleLevel } from '../../core/trace/event.ts'
import { format, formatWithOptions, inspect } from '../server/inspect.ts'
import { nodeTable } from './node-table.ts'
import { timeText } from './node-time.ts'
import { printerOf, type NodeConsoleWorld } from './node-printer.ts'

export type { NodeConsoleWorld }

type InspectOptions = Parameters<typeof inspect>[1]

/** What a group moves its lines to the right by. */
const INDENTATION = 2

/** Node's console, lib/internal/console/constructor.js, with each line as an event. */
export function nodeConsole(world: NodeConsoleWorld): Console {
  const printTo = printerOf(world)
  const counts = new Map<string, number>()
  const timers = new Map<string, number>()
  let indentation = ''

  const print = (level: ConsoleLevel, text: string) => {
    printTo(level, indentation === '' ? text : text.replace(/^/gmu, indentation))
  }
  const printer =
    (level: ConsoleLevel) =>
    (...values: unknown[]) =>
      print(level, format(...values))
  const log = printer('log')
  const warn = printer('warn')
  /** `process.emitWarning`. */
  const warning = (text: string) => printTo('warn', `(node:1) Warning: ${text}`)

  const elapsed = (method: string, label: string, values: readonly unknown[]): boolean => {
    const start = timers.get(label)
    if (start === undefined) warning(`No such label '${label}' for console.${method}()`)
    else {
      const text = `${label}: ${timeText(world.now() - start)}`
      print('log', values.length === 0 ? text : formatWithOptions({}, '%s', text, ...values))
    }
    return start !== undefined
  }
  const group = (...values: unknown[]) => {
    if (values.length > 0) log(...values)
    indentation += ' '.repeat(INDENTATION)
  }

  const methods = {
    log,
    info: printer('info'),
    debug: printer('debug'),
    warn,
    error: printer('error'),
    dirxml: log,
    group,
    groupCollapsed: group,
    groupEnd() {
      indentation = indentation.slice(INDENTATION)
    },
    dir(value: unknown, options?: InspectOptions) {
      print('log', inspect(value, { customInspect: false, ...options }))
    },
    table(data: unknown, columns?: readonly string[]) {
      const table = nodeTable(data, columns)
      if (table === null) log(data)
      else print('log', table)
    },
    trace(...values: unknown[]) {
      const place = world.observer.locate()
      const text = values.length === 0 ? 'Trace' : `Trace: ${format(...values)}`
      const { file, line, column } = place ?? {}
      const at = place === undefined ? '' : `\n    at ${[file, line, column].join(':')}`
      print('error', text + at)
    },
    assert(condition?: boolean, ...values: unknown[]) {
      if (condition) return
      const [first, ...rest] = values
      if (values.length === 0) warn('Assertion failed')
      else warn(`Assertion failed: ${String(first)}`, ...rest)
    },
    // A terminal is cleared; what is no terminal, and is read later, is not.
    clear() {
      indentation = ''
    },
    count(given: unknown = 'default') {
      const label = String(given)
      const count = (counts.get(label) ?? 0) + 1
      counts.set(label, count)
      log(`${label}: ${String(count)}`)
    },
    countReset(given: unknown = 'default') {
      const label = String(given)
      if (!counts.delete(label)) warning(`Count for '${label}' does not exist`)
    },
    time(given: unknown = 'default') {
      const label = String(given)
      if (timers.has(label)) warning(`Label '${label}' already exists for console.time()`)
      else timers.set(label, world.now())
    },
    timeLog(given: unknown = 'default', ...values: unknown[]) {
      elapsed('timeLog', String(given), values)
    },
    timeEnd(given: unknown = 'default') {
      const label = String(given)
      if (elapsed('timeEnd', label, [])) timers.delete(label)
    },
  }
  // The browser's own for the few that only its tools know, such as `profile`.
  return Object.assign(Object.create(globalThis.console) as Console, methods)
}
