/**
 * The invariants that have a name. Each compares a run with the plain one, which says what the program
 * sends and prints when nothing goes wrong: it can be broken only by what the plain run keeps.
 */
import { readField } from '../checks/fields.ts'
import type { TraceEvent } from '../trace/event.ts'
import type { PlainRun, ScheduledRun } from './scheduled-run.ts'

export const INVARIANTS = [
  'every-message-arrives',
  'every-message-arrives-once',
  'messages-arrive-in-order',
  'every-line-is-shown-once',
  'one-live-socket',
  'no-send-after-close',
  'no-uncaught-error',
] as const
export type InvariantName = (typeof INVARIANTS)[number]

interface Breach {
  readonly seq?: number
  readonly what?: string
}

type InvariantRule = (run: ScheduledRun, plain: PlainRun) => Breach | null

export const RULES: Readonly<Record<InvariantName, InvariantRule>> = {
  'every-message-arrives': (run, plain) => missing(run, plain, arrivals),
  'every-message-arrives-once': (run, plain) =>
    repeated(run, plain, arrivals) ?? missing(run, plain, arrivals),
  'messages-arrive-in-order': outOfOrder,
  'every-line-is-shown-once': (run, plain) =>
    repeated(run, plain, shown) ?? missing(run, plain, shown),
  'one-live-socket': secondSocket,
  'no-send-after-close': ({ events }) => breachOf(events.find(isSwallowedSend)),
  'no-uncaught-error': ({ events }) => breachOf(events.find(isUncaught)),
}

/** What an event brings to its receiver, or says on its side; null where it does neither. */
type Saying = (event: TraceEvent) => string | null

const arrivals: Saying = (event) =>
  event.type === 'messageReceived' ? saidBy(event, readField(event, 'data')) : null
/** On the console, or in the program's page. */
const shown: Saying = (event) =>
  event.type === 'consoleMessage' || event.type === 'childNodeInserted'
    ? saidBy(event, readField(event, 'text'))
    : null

const saidBy = ({ side, server }: TraceEvent, text: unknown) =>
  `${side} ${String(server)}\n${String(text)}`
const wordsOf = (said: string) => said.slice(said.indexOf('\n') + 1)

/**
 * What is said once in the plain run, in its order. What is said again and again may be a heartbeat, and
 * what is said late has no time to come later still.
 */
function onceIn({ events, until }: PlainRun, saying: Saying): readonly string[] {
  const counts = new Map<string, number>()
  for (const event of events) {
    const said = saying(event)
    if (said === null) continue
    const before = counts.get(said)
    if (before !== undefined || event.time <= until) counts.set(said, (before ?? 0) + 1)
  }
  return [...counts].filter(([, count]) => count === 1).map(([said]) => said)
}

function missing(run: ScheduledRun, plain: PlainRun, saying: Saying): Breach | null {
  const said = new Set(run.events.map(saying))
  const lost = onceIn(plain, saying).find((one) => !said.has(one))
  return lost === undefined ? null : { what: wordsOf(lost) }
}

function repeated(run: ScheduledRun, plain: PlainRun, saying: Saying): Breach | null {
  const once = new Set(onceIn(plain, saying))
  const said = new Set<string>()
  for (const event of run.events) {
    const now = saying(event)
    if (now === null || !once.has(now)) continue
    if (said.has(now)) return { seq: event.seq, what: wordsOf(now) }
    said.add(now)
  }
  return null
}

/** At each receiver, first arrivals keep the order of the plain run; one that is missing is no matter. */
function outOfOrder(run: ScheduledRun, plain: PlainRun): Breach | null {
  const places = new Map(onceIn(plain, arrivals).map((said, place) => [said, place]))
  const latest = new Map<string, number>()
  const seen = new Set<string>()
  for (const event of run.events) {
    const said = arrivals(event)
    const place = said === null ? undefined : places.get(said)
    if (said === null || place === undefined || seen.has(said)) continue
    seen.add(said)
    const receiver = said.slice(0, said.indexOf('\n'))
    if (place < (latest.get(receiver) ?? -1)) return { seq: event.seq, what: wordsOf(said) }
    latest.set(receiver, place)
  }
  return null
}

/** Client sockets that are CONNECTING or OPEN. */
function secondSocket({ events }: ScheduledRun): Breach | null {
  const live = new Set<string>()
  for (const event of events) {
    if (event.side !== 'client') continue
    if (event.type === 'created') live.add(event.connectionId)
    else if (event.type === 'readyStateChanged' && event.to >= 2) live.delete(event.connectionId)
    if (live.size > 1) return { seq: event.seq }
  }
  return null
}

/** In CLOSING and CLOSED, `send()` does nothing and says nothing. */
function isSwallowedSend(event: TraceEvent): boolean {
  return event.type === 'apiCall' && event.method === 'send' && (event.readyState ?? 0) >= 2
}

function isUncaught({ type, side }: TraceEvent): boolean {
  return type === 'uncaughtError' && side === 'client'
}

function breachOf(event: TraceEvent | undefined): Breach | null {
  return event === undefined ? null : { seq: event.seq }
}
