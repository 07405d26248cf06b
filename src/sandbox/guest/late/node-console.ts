/**
 * Stands in for `src/in-page-network/recording/node-console.ts`, which is in the part `inspect`. One
 * text is printed here: most servers print nothing else.
 */
import {
  printerOf,
  type NodeConsoleWorld,
} from '../../../in-page-network/recording/node-printer.ts'
import type { inspectPart } from './inspect-part.ts'
import { partOf } from './part.ts'

export type { NodeConsoleWorld }

type Method = (...values: unknown[]) => unknown

const LEVELS = ['log', 'info', 'debug', 'warn', 'error'] as const
const OTHERS = [
  ...['assert', 'clear', 'count', 'countReset', 'dir', 'dirxml', 'group', 'groupCollapsed'],
  ...['groupEnd', 'table', 'time', 'timeEnd', 'timeLog', 'trace'],
]

export function nodeConsole(world: NodeConsoleWorld): Console {
  const print = printerOf(world)
  let real: Console | undefined
  const whole = (name: string): Method => {
    // What that part's entry provides.
    real ??= (partOf('inspect') as typeof inspectPart).nodeConsole(world)
    // The names are those of its methods.
    return Reflect.get(real, name) as Method
  }
  const methods: Record<string, Method> = {}
  const add = (name: string, method: Method) => {
    methods[name] = Object.defineProperty(method, 'name', { value: name })
  }
  for (const name of OTHERS) add(name, (...values) => whole(name)(...values))
  for (const level of LEVELS)
    add(level, (...values) => {
      const [text] = values
      // It may have begun a group.
      if (real === undefined && values.length === 1 && typeof text === 'string') print(level, text)
      else whole(level)(...values)
    })
  return Object.assign(Object.create(globalThis.console) as Console, methods)
}
