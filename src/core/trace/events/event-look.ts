/** What a type of event looks like: in one place for log, wire, editor, console and scrubber. */
import type { ReadyState } from '../../protocol/ready-state.ts'
import type { Side } from './event-base.ts'

/** The kinds of event that a reader of the log switches on and off. */
export const EVENT_GROUPS = [
  'states',
  'events',
  'calls',
  'frames',
  'messages',
  'handshake',
  'bytes',
  'timers',
  'console',
  'http',
  'errors',
] as const

export type EventGroup = (typeof EVENT_GROUPS)[number]

/** Who did it, or to whom it was done: the program, the browser under it, or the server. */
export type Lane = 'program' | 'browser' | 'server'

/** `out`: from client to server. `in`: from server to client. */
export type Direction = 'out' | 'in'

/** One meaning, one hue: the name of a colour, the same wherever the event is shown. */
export type Tone = Direction | 'bad' | 'plain' | 'intervention' | `state-${ReadyState}`

/**
 * One event as a short sentence with its data after it: `TEXT frame sent` `“Hello”`. The sentence
 * is a message key with parameters, so that each language writes its own; the data is not
 * translated.
 */
export interface Description {
  /** Of a message in the interface's area `log`. */
  readonly key: `log.event.${string}`
  /** Numbers are amounts, to be written as the language writes them; ids and codes are text. */
  readonly params: Readonly<Record<string, string | number>>
  /** What the message counts, where its wording depends on the number. */
  readonly count?: number
  /** What the event carries, as data. */
  readonly detail?: string
}

export interface EventLook<E> {
  readonly group: EventGroup | ((event: E) => EventGroup)
  /** At the client; at the server all is in the server's lane. */
  readonly lane: Exclude<Lane, 'server'>
  /** Which way what it carries travels; absent for what does not travel. */
  readonly direction?: Direction | ((event: E) => Direction | undefined)
  /** Absent: that of its direction, `plain` where it has none. */
  readonly tone?: Tone | ((event: E) => Tone)
  /** On the wire for frames and heads, of the payload otherwise. */
  readonly octets?: (event: E) => number | undefined
  /** Whether it leaves a mark of its tone on the scrubber. */
  readonly isMarked?: (event: E) => boolean
  /** As a program names it, the same in every language: `send()`, `message`, `console.log`. */
  readonly name: (event: E) => string
  /** On the wire, where there is room for more than the name. */
  readonly label?: (event: E) => string
  readonly sentence: (event: E) => Description
}

/** For each type of a family. */
export type LooksOf<Family extends { readonly type: string }> = {
  readonly [T in Family['type']]: EventLook<Extract<Family, { readonly type: T }>>
}

/** From the side that sends to the other. */
export const sentFrom = ({ side }: { readonly side: Side }): Direction =>
  side === 'client' ? 'out' : 'in'

export const receivedAt = ({ side }: { readonly side: Side }): Direction =>
  side === 'client' ? 'in' : 'out'

export function say(
  name: string,
  params: Description['params'] = {},
  detail = '',
  count?: number,
): Description {
  return {
    key: `log.event.${name}`,
    params,
    ...(detail === '' ? {} : { detail }),
    ...(count === undefined ? {} : { count }),
  }
}
