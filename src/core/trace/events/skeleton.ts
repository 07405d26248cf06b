/** How the connections of a run came about and ended: what is kept however long the run is. */
import { Opcode } from '../../protocol/opcode.ts'
import type { TraceEvent } from '../event.ts'

export function isSkeleton(event: TraceEvent): boolean {
  switch (event.type) {
    case 'created':
    case 'readyStateChanged':
    case 'willSendHandshakeRequest':
    case 'handshakeResponseSent':
    case 'handshakeResponseReceived':
    case 'frameError':
    case 'uncaughtError':
    case 'logEntryAdded':
    case 'closed':
    case 'transportClosed':
    case 'intervention':
      return true
    case 'apiCall':
      return event.method === 'constructor' || event.method === 'close'
    case 'frameSent':
    case 'frameReceived':
      return event.frame.opcode === Opcode.Close
    case 'eventFired':
      return event.eventType !== 'message'
    default:
      return false
  }
}
