/** The labels of the wire: code as the program has it, and chips for what travels. */
import { Opcode } from '../../core/protocol/opcode.ts'
import {
  closePayloadOf,
  frameName,
  groupOf,
  labelOfEvent,
  nameOfEvent,
  previewPayload,
  previewText,
  previewUtf8,
  toneOf,
  type EventGroup,
} from '../../core/trace/describe/index.ts'
import type { TraceEvent } from '../../core/trace/event.ts'
import { octetsOfData, octetsOfPayload } from '../../core/trace/events/body.ts'
import type { TraceFrame } from '../../core/trace/events/trace-frame.ts'
import { passOver } from '../../core/trace/pass-over.ts'

export type LabelKind = 'call' | 'state' | 'event' | 'console' | 'timer' | 'problem'

export interface WireLabel {
  readonly kind: LabelKind
  readonly text: string
}

const KINDS: Readonly<Partial<Record<EventGroup, LabelKind>>> = {
  calls: 'call',
  states: 'state',
  console: 'console',
  timers: 'timer',
}

/** The label of an event in a program's lane or beside a ribbon. */
export function labelOf(event: TraceEvent): WireLabel {
  const kind = toneOf(event) === 'bad' ? 'problem' : (KINDS[groupOf(event)] ?? 'event')
  return { kind, text: labelOfEvent(event) }
}

/** Each kind of chip looks different. */
export type ChipKind = 'handshake' | 'data' | 'control' | 'http' | 'end'

export interface WireChip {
  readonly kind: ChipKind
  readonly name: string
  /** The payload, shortened. */
  readonly content: string
  /** `6+5 B`: octets of header and payload; `512 B` otherwise. */
  readonly size: string
}

/** The most characters of a payload on a chip. */
const CONTENT = 24

/**
 * The chip of an event that goes from one side to the other.
 * @param body of an HTTP message, if it left together with the head.
 */
export function chipOf(
  event: TraceEvent,
  body?: { readonly first: TraceEvent | undefined; readonly octets: number },
): WireChip {
  switch (event.type) {
    case 'willSendHandshakeRequest':
      return chip('handshake', `${event.method} Upgrade`, '', event.byteLength)
    case 'handshakeResponseSent':
    case 'handshakeResponseReceived': {
      const status = `${String(event.status)} ${event.statusText}`
      return chip('handshake', shortStatus(status), '', event.byteLength)
    }
    case 'bytesSent':
      return chip('handshake', shortStatus(statusOf(event.data)), '', octetsOfData(event))
    case 'frameSent':
    case 'frameReceived': {
      const { frame } = event
      return {
        kind: frame.opcode >= 8 ? 'control' : 'data',
        ...nameAndContent(frame),
        size: `${String(frame.header.length)}+${String(octetsOfPayload(event))} B`,
      }
    }
    case 'httpRequest':
      return chip('http', `${event.method} ${pathOf(event.url)}`, '', event.byteLength)
    case 'httpResponse': {
      const name = `${String(event.status)} ${event.statusText}`.trimEnd()
      if (body === undefined) return chip('http', name, '', event.byteLength)
      const content =
        body.first?.type === 'httpData' ? `“${previewUtf8(body.first.data, CONTENT)}”` : ''
      const size = `${String(event.byteLength)}+${String(body.octets)} B`
      return { kind: 'http', name, content, size }
    }
    case 'httpData':
      return {
        kind: 'http',
        name: '',
        content: event.bodyOmitted === undefined ? `“${previewUtf8(event.data, CONTENT)}”` : '',
        size: `${String(octetsOfData(event))} B`,
      }
    case 'transportClosed':
      return chip('end', event.how.toUpperCase(), '', 0)
    default:
      passOver('chip', event)
      return chip('end', nameOfEvent(event), '', 0)
  }
}

/** A close code is part of the name, because a name is never cut. */
function nameAndContent(frame: TraceFrame): Pick<WireChip, 'name' | 'content'> {
  const name = frameName(frame.opcode) + (frame.fin ? '' : ' …')
  const close = frame.opcode === Opcode.Close ? closePayloadOf(frame.payload) : undefined
  if (close === undefined) return { name, content: previewPayload(frame, CONTENT) }
  const content = close.reason === '' ? '' : `“${previewText(close.reason, CONTENT)}”`
  return { name: `${name} ${String(close.code)}`, content }
}

function chip(kind: ChipKind, name: string, content: string, octets: number): WireChip {
  return { kind, name, content, size: octets === 0 ? '' : `${String(octets)} B` }
}

/** The URL without scheme and host. */
function pathOf(url: string): string {
  return previewText(url.replace(/^[a-z]+:\/\/[^/?#]*/i, '') || '/', 32)
}

/** The status in the octets of a response's head: `101 Switching Protocols`. */
function statusOf(octets: Uint8Array): string {
  const start = previewUtf8(octets, 80)
  return /^HTTP\/\d\.\d (\d{3}[^\\]*)/.exec(start)?.[1]?.trimEnd() ?? start
}

/** `101 Switching Protocols` is too long for a chip. */
function shortStatus(status: string): string {
  return status === '101 Switching Protocols' ? '101 Switching' : status.trimEnd()
}
