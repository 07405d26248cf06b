/**
 * What the console sees of a program's values. It asks with what the browser had before the program
 * began, and calls nothing of the program's.
 */
import { nameOf } from '../../core/trace/class-name.ts'
import type { Getter, NodeLook, Sight } from '../../core/trace/sight.ts'
import { CHECK, COUNTER } from '../prepared-program.ts'

export interface SightOptions {
  /** For an accessor of the world's own: see `World`. */
  readonly untoldGetter: (getter: object) => Getter | undefined
  readonly targetOf: (proxy: object) => object | null | undefined
  /** Time is the run's, and what the machine's clock says is not shown. */
  readonly isVirtual: boolean
  /** Whether every function of the program has a guard. */
  readonly isGuarded: boolean
}

const { toString } = Function.prototype
const { apply } = Reflect

/** The browser's accessors, by which no class of the program's can answer. */
const getterOf = (holder: object | undefined, name: string): Getter | undefined =>
  // The type says nothing of its `this`.
  holder && (Object.getOwnPropertyDescriptor(holder, name)?.get as Getter | undefined)

// A worker has no nodes.
const { Node: NodeClass, Element: ElementClass } = globalThis as Partial<typeof globalThis>
const nodeName = getterOf(NodeClass?.prototype, 'nodeName')
const nodeType = getterOf(NodeClass?.prototype, 'nodeType')
const nodeValue = getterOf(NodeClass?.prototype, 'nodeValue')
const id = getterOf(ElementClass?.prototype, 'id')
const className = getterOf(ElementClass?.prototype, 'className')
const outerHTML = getterOf(ElementClass?.prototype, 'outerHTML')
const ELEMENT = 1
const COMMENT = 8

/** Only an accessor of the browser's has this for its text: a program's does not parse so. */
const NATIVE_GETTER = /^function get [^(]+\(\)\s*\{\s*\[native code\]\s*\}$/u
/** These say what the machine's clock said, and would differ from run to run. */
const OF_THE_MACHINE = /^function get (?:timeStamp|timeOrigin|timing|memory)\(/u

const GUARD = new RegExp(`;?\\+\\+${COUNTER}>\\d+&&${CHECK}\\(\\d+\\)(?:;|\\?0:)`, 'gu')
const LOOP_GUARD = new RegExp(`if\\(\\+\\+${COUNTER}>\\d+&&${CHECK}\\(\\d+\\)\\);else `, 'gu')

/** As much of a source as a line shows, and what its guards take. */
const MAX_SOURCE = 2000

export function createSight({ untoldGetter, targetOf, isVirtual, isGuarded }: SightOptions): Sight {
  /** Whether an accessor is the browser's: a program's objects are asked again and again. */
  const known = new WeakMap<object, boolean>()

  function isNative(getter: object): boolean {
    const before = known.get(getter)
    if (before !== undefined) return before
    const text = apply(toString, getter, []) as string
    const native = NATIVE_GETTER.test(text) && !(isVirtual && OF_THE_MACHINE.test(text))
    known.set(getter, native)
    return native
  }

  return {
    getterOf: (getter) => untoldGetter(getter) ?? (isNative(getter) ? getter : undefined),
    targetOf,
    nodeOf,
    sourceOf: (callee) => sourceOf(callee, isGuarded),
  }
}

const ask = (getter: Getter | undefined, node: object): string =>
  // These accessors give texts; an SVG element's class is an object.
  getter === undefined ? '' : String(apply(getter, node, []))

function nodeOf(value: object): NodeLook | undefined {
  if (NodeClass === undefined || !(value instanceof NodeClass)) return undefined
  let name: string
  try {
    name = ask(nodeName, value).toLowerCase()
  } catch {
    // It only inherits from one: a prototype.
    return undefined
  }
  const type = nodeType && apply(nodeType, value, [])
  if (type !== ELEMENT) {
    const text = ask(nodeValue, value)
    const markup = name === '#text' ? `"${text}"` : type === COMMENT ? `<!--${text}-->` : name
    return { description: name, markup }
  }
  const own = ask(id, value)
  const classes = ask(className, value).trim().replace(/\s+/gu, '.')
  const description = name + (own === '' ? '' : `#${own}`) + (classes === '' ? '' : `.${classes}`)
  return { description, markup: ask(outerHTML, value) }
}

/**
 * A function as the program wrote it. One without a guard is the sandbox's, in the browser's place,
 * and is shown as the browser's would be.
 */
function sourceOf(callee: object, isGuarded: boolean): string | undefined {
  const text = (apply(toString, callee, []) as string).slice(0, MAX_SOURCE)
  const source = text.replace(GUARD, '').replace(LOOP_GUARD, '')
  const isOurs = isGuarded && source === text && !/^class\b/u.test(text)
  if (!isOurs && !text.includes('[native code]')) return source
  const name = nameOf(callee)
  return name.startsWith('bound ') ? text : `function ${name}() { [native code] }`
}
