/** Calls of an API by the program, and DOM events that the API fires at it. */
import { READY_STATES } from '../../protocol/ready-state.ts'
import { codeAndReason } from '../describe/frame-payload.ts'
import { previewConsole, previewText, previewValue } from '../describe/preview.ts'
import { MAX_TEXT, MAX_VALUES } from '../event-limits.ts'
import { READ_PROPERTIES } from '../property-reads.ts'
import { remoteValue, sizeOfValues, type RemoteValue } from '../remote-value.ts'
import {
  boolean,
  either,
  fields,
  finite,
  integer,
  list,
  oneOf,
  optional,
  text,
  type Infer,
} from '../shape.ts'
import { withoutValues } from './body.ts'
import { connectionEvent, connectionId, name, placeOf, runEvent } from './event-base.ts'
import { say, type Description, type LooksOf, type Tone } from './event-look.ts'
import type { TraitsOf } from './event-traits.ts'
import * as field from './field.ts'
import {
  messageData,
  messageFields,
  bytesOfMessage,
  sizeOfMessage,
  withoutMessage,
} from './message-data.ts'
import { quoted } from './messages.ts'
import { readyState } from './socket.ts'

const apiCall = runEvent('apiCall', {
  connectionId: optional(connectionId),
  /** For example `WebSocket`, `EventSource`, `fetch`. */
  api: name,
  /** `constructor`, `send`, `close`, or the attribute that was set: `onopen`, `binaryType`. */
  method: name,
  arguments: list(remoteValue, MAX_VALUES),
  /** `readyState` when the call was made, for a WebSocket that exists. */
  readyState: optional(readyState),
  /** What the call threw. */
  exception: optional(fields({ name, message: text(MAX_TEXT) })),
})
/** The program called or set something of an API. */
export type ApiCall = Infer<typeof apiCall>

const propertyRead = connectionEvent('propertyRead', {
  property: oneOf(...READ_PROPERTIES),
  value: either(text(MAX_TEXT), finite(0)),
})
/**
 * The program read a property of a WebSocket. The same value of it is told once for each line that
 * reads it.
 */
type PropertyRead = Infer<typeof propertyRead>

const eventFired = connectionEvent('eventFired', {
  eventType: oneOf('open', 'message', 'error', 'close'),
  /** How many listeners it had, handler attribute included. */
  listeners: integer(0),
  /** Of an event without listeners: a function that the program set under a similar name, `onOpen`. */
  misnamed: optional(name),
  /** `message` only. */
  data: optional(messageData),
  origin: optional(text(MAX_TEXT)),
  /** `close` only. */
  code: optional(integer(0, 65_535)),
  reason: optional(text(MAX_TEXT)),
  wasClean: optional(boolean),
})
/** A DOM event was dispatched at a connection's object. `source` is where its handler starts. */
type EventFired = Infer<typeof eventFired>

export type ApiEvent = ApiCall | PropertyRead | EventFired

export interface ApiReaders {
  readonly apiCall: 'wire' | 'phrase'
  readonly propertyRead: never
  readonly eventFired: 'merge' | 'wire' | 'carrier' | 'opensHandlers' | 'phrase'
}

/** As the program would print it, bytes in hexadecimal. */
function argument(value: RemoteValue | undefined): string | undefined {
  if (value === undefined) return undefined
  if (value.kind === 'string') return value.text
  return value.kind === 'bytes' ? field.hex(value.bytes) : previewConsole([value], 4096)
}

export const apiTraits: TraitsOf<ApiEvent> = {
  apiCall: {
    shape: apiCall,
    fields: {
      api: field.string('`WebSocket`, `EventSource`, `fetch`.', (e) => e.api),
      method: field.string(
        '`constructor`, `send`, `close`, or an attribute: `onopen`.',
        (e) => e.method,
      ),
      argument: field.string('The first argument, as the program would print it.', (e) =>
        argument(e.arguments[0]),
      ),
      argument2: field.string('The second argument.', (e) => argument(e.arguments[1])),
      argumentCount: field.number('How many arguments.', (e) => e.arguments.length),
      readyState: field.number('The state when the call was made, 0 to 3.', (e) => e.readyState),
      threw: field.boolean('Whether the call threw.', (e) => e.exception !== undefined),
      exception: field.string(
        'The name of what it threw: `InvalidStateError`.',
        (e) => e.exception?.name,
      ),
    },
    seenBy: 'both',
    size: (e) => sizeOfValues(e.arguments),
    withoutBody: (e) => withoutValues(e, sizeOfValues(e.arguments)),
    variant: (e) => `${e.api}.${e.method} ${placeOf(e)}`,
  },
  propertyRead: {
    shape: propertyRead,
    fields: {
      property: field.string(
        '`readyState`, `bufferedAmount`, `url`, `protocol`, `extensions` or `binaryType`.',
        (e) => e.property,
      ),
      value: field.string('What was read, as the program would print it: `1`.', (e) =>
        String(e.value),
      ),
    },
    seenBy: 'both',
    size: (e) => (typeof e.value === 'string' ? 2 * e.value.length : 0),
    variant: (e) => `${e.property} ${placeOf(e)}`,
    standard: 'WHATWG WebSockets §3.1',
    isDetail: true,
  },
  eventFired: {
    shape: eventFired,
    fields: {
      eventType: field.string('`open`, `message`, `error` or `close`.', (e) => e.eventType),
      listeners: field.number('How many listeners it had.', (e) => e.listeners),
      misnamed: field.string(
        'Of an event without listeners: the similar name under which a function was set: `onOpen`.',
        (e) => e.misnamed,
      ),
      ...messageFields,
      origin: field.string('`message` only: where it came from.', (e) => e.origin),
      code: field.number('`close` only.', (e) => e.code),
      reason: field.string('`close` only.', (e) => e.reason),
      wasClean: field.boolean('`close` only.', (e) => e.wasClean),
    },
    seenBy: 'both',
    size: sizeOfMessage,
    withoutBody: withoutMessage,
    bytes: bytesOfMessage,
    variant: (e) => e.eventType,
    standard: 'WHATWG WebSockets §3.2',
  },
}

function isAssignment({ method }: ApiCall): boolean {
  return method === 'binaryType' || /^on[a-z]+$/.test(method)
}

/** The call as the program may have written it: `new WebSocket("…")`, `send("Hello")`. */
export function callAsCode(event: ApiCall): string {
  const values = event.arguments.map((value) => previewValue(value))
  if (isAssignment(event)) return `${event.method} = ${values[0] ?? 'undefined'}`
  const list = `(${values.join(', ')})`
  if (event.method === 'constructor') return `new ${event.api}${list}`
  if (event.method === event.api || event.method === '') return `${event.api}${list}`
  return event.api === 'WebSocket' ? event.method + list : `${event.api}.${event.method}${list}`
}

function nameOfCall(event: ApiCall): string {
  if (event.exception !== undefined) return event.exception.name
  if (event.method === 'constructor') return `new ${event.api}()`
  return isAssignment(event) ? event.method : `${event.method}()`
}

function callSentence(event: ApiCall): Description {
  const call = isAssignment(event) ? event.method : callAsCode({ ...event, arguments: [] })
  if (event.exception !== undefined) {
    const { name: exception, message } = event.exception
    return say('call.threw', { call, name: exception }, previewText(message, 120))
  }
  const { readyState: state } = event
  if (event.api === 'WebSocket' && state !== undefined && state >= 2) {
    // WHATWG WebSockets §3.1: send() after close() throws nothing and sends nothing.
    const params = { call, state: READY_STATES[state] }
    const values = event.arguments.map((value) => previewValue(value)).join(', ')
    if (event.method === 'send') return say('call.discarded', params, values)
    if (event.method === 'close') return say('call.ignored', params, values)
  }
  return say(isAssignment(event) ? 'call.set' : 'call.made', {}, callAsCode(event))
}

/** A number is the program's own; a text is quoted as code has it. */
function valueRead({ property, value }: PropertyRead): string {
  if (typeof value === 'string') return `"${previewText(value)}"`
  const state = property === 'readyState' ? READY_STATES[value] : undefined
  return state === undefined ? String(value) : `${String(value)} ${state}`
}

function sentenceOfFired({ listeners, misnamed }: EventFired): string {
  if (listeners > 0) return 'fired'
  return misnamed === undefined ? 'unheard' : 'unheardMisnamed'
}

const FIRED: Readonly<Record<EventFired['eventType'], Tone>> = {
  open: 'state-1',
  message: 'in',
  error: 'bad',
  close: 'state-3',
}

const threw = ({ exception }: ApiCall): boolean => exception !== undefined
const isToPeer = ({ method }: ApiCall): boolean => method === 'send' || method === 'close'

export const apiLooks: LooksOf<ApiEvent> = {
  apiCall: {
    group: (e) => (threw(e) ? 'errors' : 'calls'),
    lane: 'program',
    direction: (e) => (isToPeer(e) && !threw(e) ? 'out' : undefined),
    tone: (e) => (threw(e) ? 'bad' : isToPeer(e) ? 'out' : 'plain'),
    isMarked: threw,
    name: nameOfCall,
    label: callAsCode,
    sentence: callSentence,
  },
  propertyRead: {
    group: 'calls',
    lane: 'program',
    name: (e) => e.property,
    label: (e) => `${e.property} → ${valueRead(e)}`,
    sentence: (e) => say('propertyRead', {}, `${e.property} → ${valueRead(e)}`),
  },
  eventFired: {
    group: 'events',
    lane: 'program',
    tone: (e) => FIRED[e.eventType],
    name: (e) => e.eventType,
    label: (e) => (e.code === undefined ? e.eventType : `${e.eventType} ${String(e.code)}`),
    sentence: (e) =>
      say(
        sentenceOfFired(e),
        { type: e.eventType, ...(e.misnamed === undefined ? {} : { misnamed: e.misnamed }) },
        e.eventType === 'close' && e.code !== undefined
          ? codeAndReason(e.code, e.reason ?? '')
          : quoted(e),
      ),
  },
}
