/** What is written on the wire: the program's own words, and a chip for what travels. */
import {
  callAsCode,
  frameName,
  previewConsole,
  previewPayload,
  previewText,
  previewUtf8,
} from '../../core/trace/describe/index.ts'
import type { TraceEvent } from '../../core/trace/event.ts'

/** Its look: a call, an event, a line of the console, a problem. */
export type LabelKind = 'call' | 'event' | 'console' | 'problem'

export interface WireLabel {
  readonly kind: LabelKind
  readonly text: string
}

/** For an event in the program's lane, the server's, or beside the ribbon. */
export function labelOf(event: TraceEvent): WireLabel {
  switch (event.type) {
    case 'apiCall':
      return { kind: event.exception === undefined ? 'call' : 'problem', text: callAsCode(event) }
    case 'eventFired':
      return { kind: 'event', text: event.eventType }
    case 'consoleMessage':
      return {
        kind: event.level === 'error' ? 'problem' : 'console',
        text: `› ${previewConsole(event.arguments, 60)}`,
      }
    case 'uncaughtError':
      return { kind: 'problem', text: event.name }
    case 'frameError':
      return { kind: 'problem', text: previewText(event.message) }
    case 'userInput':
      return { kind: 'event', text: `${event.kind} ${event.target}` }
    case 'transportClosed':
      return { kind: 'problem', text: event.how.toUpperCase() }
    default:
      return { kind: 'console', text: event.type }
  }
}

export interface WireChip {
  readonly name: string
  /** What it carries, shortened. */
  readonly content: string
  /** `6+5 B`: octets of header and payload; `512 B` for what is not a frame. */
  readonly size: string
}

/** For an event that sets out from one side to the other. */
export function chipOf(event: TraceEvent): WireChip {
  switch (event.type) {
    case 'willSendHandshakeRequest':
      return chip(`${event.method} Upgrade`, '', event.byteLength)
    case 'handshakeResponseReceived':
      return chip(shortStatus(`${String(event.status)} ${event.statusText}`), '', event.byteLength)
    case 'bytesSent':
      return chip(shortStatus(statusOf(event.data)), '', event.data.length)
    case 'frameSent':
    case 'frameReceived': {
      const { frame } = event
      return {
        name: frameName(frame.opcode) + (frame.fin ? '' : ' …'),
        content: previewPayload(frame, 16),
        size: `${String(frame.header.length)}+${String(frame.payload.length)} B`,
      }
    }
    case 'transportClosed':
      return chip(event.how.toUpperCase(), '', 0)
    default:
      return chip(event.type, '', 0)
  }
}

function chip(name: string, content: string, octets: number): WireChip {
  return { name, content, size: octets === 0 ? '' : `${String(octets)} B` }
}

/** `101 Switching Protocols`, from the octets of a response's head. */
function statusOf(octets: Uint8Array): string {
  const start = previewUtf8(octets, 80)
  return /^HTTP\/\d\.\d (\d{3}[^␍␊]*)/.exec(start)?.[1]?.trimEnd() ?? start
}

/** A chip has no room for the whole of the one status that everybody knows. */
function shortStatus(status: string): string {
  return status === '101 Switching Protocols' ? '101 Switching' : status.trimEnd()
}
