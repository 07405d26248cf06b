/** A WebSocket as its program sees it: made, changing its state, closed. */
import { READY_STATES, type ReadyState } from '../../protocol/ready-state.ts'
import { codeAndReason } from '../describe/frame-payload.ts'
import { MAX_TEXT } from '../event-limits.ts'
import { boolean, integer, list, oneOf, optional, text, type Infer } from '../shape.ts'
import { connectionEvent } from './event-base.ts'
import { say, type LooksOf } from './event-look.ts'
import type { TraitsOf } from './event-traits.ts'
import * as field from './field.ts'

const line = text(MAX_TEXT)
export const readyState = oneOf(0, 1, 2, 3)

const created = connectionEvent('created', {
  /** `ws.url`: the code's URL, parsed and serialised. */
  url: line,
  protocols: list(line, 1024),
  /** The URL that is really connected to, when routing replaced the code's. */
  routedTo: optional(line),
  /** The origin of the page that made it, where that isn't the page of `client.js`. */
  page: optional(line),
})
/** The program called `new WebSocket`. */
export type Created = Infer<typeof created>

const readyStateChanged = connectionEvent('readyStateChanged', {
  /** Absent when the socket was just made. */
  from: optional(readyState),
  to: readyState,
})

const bufferedAmountChanged = connectionEvent('bufferedAmountChanged', {
  /** Octets. */
  bufferedAmount: integer(0),
})

const closed = connectionEvent('closed', {
  code: integer(0, 65_535),
  reason: line,
  wasClean: boolean,
})
/** The WebSocket connection is closed (RFC 6455 §7.1.4). */
export type Closed = Infer<typeof closed>

export type SocketEvent =
  Created | Infer<typeof readyStateChanged> | Infer<typeof bufferedAmountChanged> | Closed

export interface SocketReaders {
  readonly created: 'state' | 'failure'
  readonly readyStateChanged:
    'state' | 'outcome' | 'merge' | 'runSeries' | 'wire' | 'failure' | 'phrase'
  readonly bufferedAmountChanged: 'state' | 'runSeries'
  readonly closed: 'state' | 'outcome' | 'merge' | 'failure'
}

export const socketTraits: TraitsOf<SocketEvent> = {
  created: {
    shape: created,
    fields: {
      url: field.string('`ws.url`.', (e) => e.url),
      protocols: field.string('The subprotocols that were offered, joined by `, `.', (e) =>
        e.protocols.join(', '),
      ),
      routedTo: field.string('The URL that is really connected to.', (e) => e.routedTo),
      page: field.string(
        'The origin of the page that made it, where that isn’t the page of `client.js`.',
        (e) => e.page,
      ),
    },
    seenBy: 'both',
    size: (e) => 2 * (e.url.length + (e.routedTo?.length ?? 0)),
    standard: 'WHATWG WebSockets §3.1',
  },
  readyStateChanged: {
    shape: readyStateChanged,
    fields: {
      from: field.number('The state before, 0 to 3.', (e) => e.from),
      to: field.number('The state now, 0 to 3.', (e) => e.to),
    },
    seenBy: 'both',
    variant: (e) => e.to,
    standard: 'WHATWG WebSockets §3.1',
  },
  bufferedAmountChanged: {
    shape: bufferedAmountChanged,
    fields: { bufferedAmount: field.number('Octets.', (e) => e.bufferedAmount) },
    seenBy: 'neither',
    standard: 'WHATWG WebSockets §3.1',
    isDetail: true,
  },
  closed: {
    shape: closed,
    fields: {
      code: field.number('The close code.', (e) => e.code),
      reason: field.string('The close reason.', (e) => e.reason),
      wasClean: field.boolean('Whether both Close frames were exchanged.', (e) => e.wasClean),
    },
    seenBy: 'both',
    standard: 'RFC 6455 §7.1.4',
    isOnWire: true,
  },
}

const numbered = (state: ReadyState): string => `${String(state)} ${READY_STATES[state]}`

export const socketLooks: LooksOf<SocketEvent> = {
  created: {
    group: 'states',
    lane: 'program',
    // A socket begins in the state CONNECTING.
    tone: 'state-0',
    name: () => 'new WebSocket()',
    sentence: (e) =>
      e.routedTo === undefined
        ? say('created', {}, e.url)
        : say('createdRouted', { routedTo: e.routedTo }, e.url),
  },
  readyStateChanged: {
    group: 'states',
    lane: 'browser',
    tone: (e) => `state-${e.to}`,
    isMarked: (e) => e.side === 'client',
    name: (e) => READY_STATES[e.to],
    sentence: (e) =>
      say(
        'readyState',
        {},
        e.from === undefined ? numbered(e.to) : `${numbered(e.from)} → ${numbered(e.to)}`,
      ),
  },
  bufferedAmountChanged: {
    group: 'bytes',
    lane: 'browser',
    name: () => 'bufferedAmount',
    sentence: (e) => say('bufferedAmount', { octets: e.bufferedAmount }, '', e.bufferedAmount),
  },
  closed: {
    group: 'states',
    lane: 'browser',
    tone: 'state-3',
    name: (e) => `close ${String(e.code)}`,
    sentence: (e) =>
      say(
        `closed.${e.side}.${e.wasClean ? 'clean' : 'unclean'}`,
        {},
        codeAndReason(e.code, e.reason),
      ),
  },
}
