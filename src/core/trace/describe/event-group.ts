/** The kinds of event that a reader tells apart, and switches on and off, in the log. */
import type { TraceEvent } from '../event.ts'
import { assertNever } from './assert-never.ts'

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

export function groupOf(event: TraceEvent): EventGroup {
  switch (event.type) {
    case 'created':
    case 'readyStateChanged':
    case 'closed':
    case 'transportClosed':
      return 'states'
    case 'eventFired':
    case 'pageLifecycle':
    case 'userInput':
    case 'prediction':
    case 'intervention':
      return 'events'
    case 'apiCall':
      return event.exception === undefined ? 'calls' : 'errors'
    case 'frameSent':
    case 'frameReceived':
      return 'frames'
    case 'messageSent':
    case 'messageReceived':
      return 'messages'
    case 'willSendHandshakeRequest':
    case 'handshakeResponseReceived':
      return 'handshake'
    case 'bytesSent':
    case 'bytesReceived':
    case 'bufferedAmountChanged':
      return 'bytes'
    case 'timerSet':
    case 'timerFired':
    case 'timerCleared':
      return 'timers'
    case 'consoleMessage':
      return 'console'
    case 'httpRequest':
    case 'httpResponse':
    case 'httpData':
    case 'eventSourceMessage':
      return 'http'
    case 'frameError':
    case 'uncaughtError':
      return 'errors'
    default:
      return assertNever(event)
  }
}
