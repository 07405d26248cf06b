/** Where on the screen an event belongs, and which way what it carries travels. */
import type { TraceEvent } from '../event.ts'
import { assertNever } from './assert-never.ts'

/** Who did it, or to whom it was done: the program, the browser under it, or the server. */
export type Lane = 'program' | 'browser' | 'server'

/** `out`: from client to server. `in`: from server to client. */
export type Direction = 'out' | 'in'

export function laneOf(event: TraceEvent): Lane {
  if (event.side === 'server') return 'server'
  switch (event.type) {
    case 'created':
    case 'apiCall':
    case 'eventFired':
    case 'consoleMessage':
    case 'uncaughtError':
    case 'timerSet':
    case 'timerFired':
    case 'timerCleared':
    case 'userInput':
    case 'prediction':
    case 'pageLifecycle':
    case 'eventSourceMessage':
      return 'program'
    case 'willSendHandshakeRequest':
    case 'handshakeResponseReceived':
    case 'bytesSent':
    case 'bytesReceived':
    case 'frameSent':
    case 'frameReceived':
    case 'frameError':
    case 'messageSent':
    case 'messageReceived':
    case 'readyStateChanged':
    case 'bufferedAmountChanged':
    case 'closed':
    case 'transportClosed':
    case 'httpRequest':
    case 'httpResponse':
    case 'httpData':
    case 'intervention':
      return 'browser'
    default:
      return assertNever(event)
  }
}

/** `undefined` for what does not travel between client and server. */
export function directionOf(event: TraceEvent): Direction | undefined {
  switch (event.type) {
    case 'bytesSent':
    case 'frameSent':
    case 'messageSent':
      return event.side === 'client' ? 'out' : 'in'
    case 'bytesReceived':
    case 'frameReceived':
    case 'messageReceived':
      return event.side === 'client' ? 'in' : 'out'
    case 'willSendHandshakeRequest':
    case 'httpRequest':
      return 'out'
    case 'handshakeResponseReceived':
    case 'httpResponse':
    case 'httpData':
    case 'eventSourceMessage':
      return 'in'
    case 'transportClosed':
      if (event.by === 'network') return undefined
      return event.by === 'client' ? 'out' : 'in'
    default:
      return undefined
  }
}

/** Octets that the event is about: on the wire for frames and heads, of the payload otherwise. */
export function byteLengthOf(event: TraceEvent): number | undefined {
  switch (event.type) {
    case 'bytesSent':
    case 'bytesReceived':
    case 'httpData':
      return event.data.length
    case 'frameSent':
    case 'frameReceived':
      return event.frame.header.length + event.frame.payload.length
    case 'messageSent':
    case 'messageReceived':
      return event.byteLength
    case 'willSendHandshakeRequest':
    case 'handshakeResponseReceived':
    case 'httpRequest':
    case 'httpResponse':
      // 0 says that nobody saw the bytes.
      return event.byteLength === 0 ? undefined : event.byteLength
    default:
      return undefined
  }
}
