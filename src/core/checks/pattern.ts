/** Patterns say which events a check is about. */
import type { TraceEvent, TraceEventType } from '../trace/event.ts'
import { meets, type Bindings, type Condition } from './condition.ts'
import type { Scalar } from '../trace/events/field.ts'
import { readField } from './fields.ts'

/** Connections by the order in which the run makes them. */
export const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'] as const
export type Ordinal = (typeof ORDINALS)[number]
export const numberOf = (ordinal: Ordinal): number => ORDINALS.indexOf(ordinal) + 1

/**
 * Matches an event of this type whose fields meet these conditions. `fields.ts` lists the fields of
 * each type. Without `side`, only events at the client match.
 */
export interface EventPattern {
  readonly event: TraceEventType
  readonly side?: 'client' | 'server' | 'any'
  /**
   * On the same connection as the first event that this check matched, or on another one; or on one
   * of the first six of the run.
   */
  readonly connection?: 'same' | 'other' | Ordinal
  /** Of several server programs, by its port. */
  readonly server?: Condition
  /** Milliseconds. */
  readonly time?: Condition
  readonly [field: string]: Condition | undefined
}

/** A step of a sequence. */
export interface Step extends EventPattern {
  /** At most this long after the step before, milliseconds. */
  readonly within?: number
}

/** The binding that keeps the connection of the first matched event; no capture has this name. */
const CONNECTION = ' connection'

export const noBindings: Bindings = new Map()

/** The first condition that an event of the right kind did not meet. */
export interface Mismatch {
  readonly field: string
  readonly actual: Scalar | undefined
}

export type Match =
  | { readonly kind: 'match'; readonly bindings: Bindings }
  /** An event of the right kind, but one of its fields has another value. */
  | { readonly kind: 'near'; readonly mismatch: Mismatch }
  | { readonly kind: 'other' }

const other: Match = { kind: 'other' }

/** Fields that say which kind of event is meant: an event with another value is no near miss. */
const identifying: Partial<Record<TraceEventType, readonly string[]>> = {
  eventFired: ['eventType'],
  apiCall: ['api', 'method'],
  readyStateChanged: ['to'],
  frameSent: ['opcode'],
  frameReceived: ['opcode'],
  consoleMessage: ['level'],
  prediction: ['question'],
  timerSet: ['kind'],
  timerFired: ['kind'],
  timerCleared: ['kind'],
  userInput: ['kind', 'target'],
  pageLifecycle: ['phase'],
}

/** Keys that are not conditions on a field; `within` belongs to a step of a sequence. */
const common: ReadonlySet<string> = new Set(['event', 'side', 'connection', 'within'])

const connectionOf = (event: TraceEvent): string | undefined =>
  'connectionId' in event ? event.connectionId : undefined

/** Matches an event against a pattern; a match carries the bindings with the new captures added. */
export function matchPattern(pattern: EventPattern, event: TraceEvent, bindings: Bindings): Match {
  if (event.type !== pattern.event) return other
  const side = pattern.side ?? 'client'
  if (side !== 'any' && event.side !== side) return other
  const names = identifying[event.type]
  if (names !== undefined)
    for (const name of names) {
      const condition = pattern[name]
      if (condition !== undefined && !meets(readField(event, name), condition, bindings, ignore))
        return other
    }
  let captured: Map<string, Scalar> | undefined
  const capture = (name: string, value: Scalar) => {
    captured ??= new Map(bindings)
    captured.set(name, value)
  }
  const connection = connectionOf(event)
  const bound = bindings.get(CONNECTION)
  if (!isOnConnection(pattern.connection, connection, bound))
    return { kind: 'near', mismatch: { field: 'connection', actual: connection } }
  if (bound === undefined && connection !== undefined) capture(CONNECTION, connection)
  for (const name in pattern) {
    const condition = pattern[name]
    if (condition === undefined || common.has(name)) continue
    const value = name === 'time' || name === 'server' ? event[name] : readField(event, name)
    if (!meets(value, condition, bindings, capture))
      return { kind: 'near', mismatch: { field: name, actual: value } }
  }
  return { kind: 'match', bindings: captured ?? bindings }
}

function isOnConnection(
  wanted: EventPattern['connection'],
  connection: string | undefined,
  bound: Scalar | undefined,
): boolean {
  switch (wanted) {
    case undefined:
      return true
    case 'same':
      return bound === undefined || connection === bound
    case 'other':
      return bound === undefined || connection !== bound
    default:
      // Ids of connections end in their number: `ws-2`.
      return connection?.endsWith(`-${numberOf(wanted)}`) ?? false
  }
}

export function matches(pattern: EventPattern, event: TraceEvent): boolean {
  return matchPattern(pattern, event, noBindings).kind === 'match'
}

/** Identifying fields capture nothing. */
function ignore(): void {}
