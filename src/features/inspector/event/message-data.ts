/** The data of an event, which the inspector shows whole. */
import { assertNever } from '../../../core/trace/assert-never.ts'
import type { MessageData, TraceEvent } from '../../../core/trace/event.ts'

export function messageDataOf(event: TraceEvent): MessageData | undefined {
  if (!('data' in event) || event.data === undefined) return undefined
  switch (event.type) {
    case 'messageSent':
    case 'messageReceived':
    case 'eventFired':
      return event.data
    case 'eventSourceMessage':
      return { kind: 'text', text: event.data }
    case 'httpData':
      return textIfItIs(event.data)
    case 'bytesSent':
    case 'bytesReceived':
      return { kind: 'binary', bytes: event.data }
    default:
      return assertNever(event)
  }
}

/** A body is text nearly always. */
function textIfItIs(bytes: Uint8Array): MessageData {
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { kind: 'binary', bytes }
  }
}
