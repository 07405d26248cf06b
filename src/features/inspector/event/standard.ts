/** Where the standard speaks of an event's kind. Nothing where no standard does. */
import type { TraceEventType } from '../../../core/trace/event.ts'

const SECTIONS: Readonly<Partial<Record<TraceEventType, string>>> = {
  willSendHandshakeRequest: 'RFC 6455 §4.1',
  handshakeResponseReceived: 'RFC 6455 §4.2.2',
  frameSent: 'RFC 6455 §5.2',
  frameReceived: 'RFC 6455 §5.2',
  frameError: 'RFC 6455 §7.1.7',
  messageSent: 'RFC 6455 §6.1',
  messageReceived: 'RFC 6455 §6.2',
  closed: 'RFC 6455 §7.1.4',
  transportClosed: 'RFC 6455 §7.1.1',
  created: 'WHATWG WebSockets §3.1',
  readyStateChanged: 'WHATWG WebSockets §3.1',
  bufferedAmountChanged: 'WHATWG WebSockets §3.1',
  eventFired: 'WHATWG WebSockets §3.2',
  eventSourceMessage: 'HTML §9.2',
  httpRequest: 'RFC 9112 §3',
  httpResponse: 'RFC 9112 §4',
}

export function standardOf(type: TraceEventType): string | undefined {
  return SECTIONS[type]
}
