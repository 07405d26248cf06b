/** Runs programs on the page of `tests/e2e/sandbox`, and watches from outside whether it answers. */
import type { Page } from '@playwright/test'
import type { ObservedRun } from '../e2e/sandbox/harness.ts'
import { echoClient, inPage } from '../e2e/sandbox/runs.ts'
import type { RunRequest } from '../../src/sandbox/host/run.ts'
import type { HostileProgram } from './programs.ts'

/** Milliseconds within which the page answers, whatever a program does. */
export const MAX_SILENCE = 2000

/** Milliseconds after which a run that has neither ended nor failed is stopped. */
const PATIENCE = 30_000

export interface Trial {
  readonly run: ObservedRun
  /** The longest that the page took to answer, milliseconds. */
  readonly silence: number
}

export async function tryProgram(page: Page, request: RunRequest): Promise<Trial> {
  const index = await page.evaluate((whole) => window.harness.start(whole, 60_000), request)
  const began = performance.now()
  let silence = 0
  for (;;) {
    const asked = performance.now()
    const isOver = await page.evaluate((at) => {
      const run = window.harness.runs[at]
      return run?.ended !== undefined || run?.failed !== undefined
    }, index)
    silence = Math.max(silence, performance.now() - asked)
    if (isOver || performance.now() - began > PATIENCE) break
  }
  const run = await page.evaluate((at) => {
    window.harness.stop(at)
    const { events, ...rest } = window.harness.runs[at] as ObservedRun
    // A flood is told by its beginning.
    return { ...rest, events: events.slice(0, 1000) }
  }, index)
  return { run, silence }
}

export const requestOf = ({ source }: HostileProgram): RunRequest => inPage(source)

/** What a run shows of what is expected; empty if it shows it. */
export function missingIn({ expected }: HostileProgram, run: ObservedRun): string {
  const shown = shownBy(run)
  const isShown =
    expected.kind === 'ends'
      ? run.ended !== undefined
      : shown[expected.kind].some((text) => text.includes(expected.text))
  return isShown ? '' : `expected ${expected.kind} ${expected.text}, got ${JSON.stringify(shown)}`
}

function shownBy({ events, failed, ended }: ObservedRun) {
  const prints: string[] = []
  const error: string[] = []
  for (const event of events) {
    if (event.type === 'consoleMessage') prints.push(JSON.stringify(event.arguments))
    else if (event.type === 'uncaughtError') error.push(`${event.name}: ${event.message}`)
  }
  return { prints, error, fails: failed === undefined ? [] : [failed.detail], ended }
}

/** Kinds of function that take an intrinsic's place. */
export type Poison = 'throws' | 'lies'

/**
 * An echo whose program first replaces these intrinsics, each an expression for its holder and one
 * for its key.
 */
export function poisoned(intrinsics: readonly Intrinsic[], poison: Poison): RunRequest {
  const holders = [...new Set(intrinsics.map(([holder]) => holder))]
  const evil = poison === 'throws' ? `throw new Error('poisoned')` : 'return 7'
  return inPage(`{
    const { defineProperty, getOwnPropertyDescriptor } = Reflect
    const evil = function () { ${evil} }
    const holders = [${holders.map((holder) => `(() => ${holder})()`).join(', ')}]
    const replace = (holder, key) => {
      const property = getOwnPropertyDescriptor(holder, key)
      if (property === undefined || !property.configurable && !property.writable) return
      const { configurable, enumerable } = property
      const common = { __proto__: null, configurable, enumerable }
      defineProperty(holder, key, 'value' in property
        ? { ...common, __proto__: null, value: evil, writable: property.writable }
        : { ...common, __proto__: null, get: evil, set: evil })
    }
    ${intrinsics.map(([holder, key]) => `replace(holders[${holders.indexOf(holder)}], ${key})`).join('\n    ')}
  }
  ${echoClient}`)
}

export type Intrinsic = readonly [holder: string, key: string]

/** All that is observed of a run, without where the program's lines are. */
export function traceOf({ events, ended, failed }: ObservedRun): string {
  const told = events.map((event) => ({ ...event, source: undefined }))
  return JSON.stringify({ told, ended, failed })
}

/**
 * What the program itself asks of an event, and prints. It may change that for its own eyes: nothing
 * but its words may differ.
 */
const ASKED_OF_EVENTS: ReadonlySet<string> = new Set([
  'MessageEvent.prototype "data"',
  'MessageEvent.prototype "origin"',
  'CloseEvent.prototype "code"',
  'CloseEvent.prototype "reason"',
  'CloseEvent.prototype "wasClean"',
])

/** Of two runs: all that must be equal if only this intrinsic was replaced. */
export function comparedFor(intrinsic: Intrinsic | undefined, run: ObservedRun): string {
  if (intrinsic === undefined || !ASKED_OF_EVENTS.has(intrinsic.join(' '))) return traceOf(run)
  const events = run.events.map((event) =>
    event.type === 'consoleMessage' ? { ...event, arguments: [] } : event,
  )
  return traceOf({ ...run, events })
}

/** Why the trace differs: the run's own words, or an uncaught error. */
export function reasonOf(run: ObservedRun): string | undefined {
  return run.failed?.detail ?? shownBy(run).error[0]
}

/** Runs in the page: walks over what its realm has. */
export function walkIntrinsics(): {
  readonly language: Intrinsic[]
  readonly browser: Intrinsic[]
  readonly asked: Intrinsic[]
} {
  const names = Object.getOwnPropertyNames(globalThis).filter((name) => /^[A-Z]/u.test(name))
  const dom = new Set(
    names.filter((name) => {
      const value: unknown = Reflect.get(globalThis, name)
      const prototype: unknown = typeof value === 'function' ? value.prototype : undefined
      const tag =
        typeof prototype === 'object' && prototype !== null
          ? Object.getOwnPropertyDescriptor(prototype, Symbol.toStringTag)
          : undefined
      // Interfaces of the browser have a tag that is a configurable value, and an enumerable member.
      return tag?.value === name && Object.keys(prototype as object).length > 0
    }),
  )
  const language: Intrinsic[] = []
  const browser: Intrinsic[] = []
  const asked: Intrinsic[] = []
  const walk = (holder: string, value: unknown, list: Intrinsic[]) => {
    if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return
    for (const key of Reflect.ownKeys(value)) {
      const property = Reflect.getOwnPropertyDescriptor(value, key)
      if (property === undefined || (!property.configurable && !property.writable)) continue
      const isMethod = typeof property.value === 'function'
      const text = typeof key === 'symbol' ? (key.description ?? '') : JSON.stringify(key)
      if (typeof key === 'symbol' && !text.startsWith('Symbol.')) continue
      // What the language asks for by itself: its run may end, and says why.
      const isAsked =
        typeof key === 'symbol' ||
        !isMethod ||
        ['constructor', 'exec', 'next', 'return', 'throw'].includes(key)
      ;(isAsked && list === language ? asked : list).push([holder, text])
    }
  }
  for (const name of names) {
    if (name === 'WebSocket') continue
    const value: unknown = Reflect.get(globalThis, name)
    const list = dom.has(name) ? browser : language
    walk(name, value, list)
    if (typeof value === 'function') walk(`${name}.prototype`, value.prototype, list)
  }
  for (const hidden of [
    'Object.getPrototypeOf(Uint8Array)',
    'Object.getPrototypeOf(Uint8Array).prototype',
    'Object.getPrototypeOf([][Symbol.iterator]())',
    'Object.getPrototypeOf(new Map()[Symbol.iterator]())',
    'Object.getPrototypeOf(new Set()[Symbol.iterator]())',
    'Object.getPrototypeOf(""[Symbol.iterator]())',
    'Object.getPrototypeOf(function* () {}).prototype',
  ])
    walk(hidden, (0, eval)(hidden), language)
  return { language, browser, asked }
}
