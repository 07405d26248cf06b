/** What one move brought: the states, what the script and the console were told, and the wire. */
import { maskInPlace } from '../../core/protocol/masking.ts'
import { Opcode } from '../../core/protocol/opcode.ts'
import type { ReadyState } from '../../core/protocol/ready-state.ts'
import type { EventOf, TraceEvent } from '../../core/trace/event.ts'
import {
  closePayloadOf,
  frameName,
  previewBytes,
  previewPayload,
} from '../../core/trace/describe/index.ts'
import type { MoveId } from './moves.ts'

/** What reaches the script. */
export type Told =
  | { readonly kind: 'open' | 'error' }
  | { readonly kind: 'close'; readonly code: number; readonly wasClean: boolean }
  | { readonly kind: 'threw'; readonly exception: string }

export type WireLine =
  | { readonly kind: 'line'; readonly isOut: boolean; readonly text: string }
  | {
      readonly kind: 'frame'
      readonly isOut: boolean
      /** `CLOSE 1000`, `TEXT “Hi”`. */
      readonly text: string
      /** As they are on the wire, in hexadecimal. */
      readonly octets: string
      /** The cable was pulled before. */
      readonly isLost: boolean
    }
  | {
      readonly kind: 'tcp'
      readonly by: 'client' | 'server' | 'network'
    }
  | { readonly kind: 'silence' }

export interface Step {
  readonly move: MoveId
  /** `null` before there is a socket. */
  readonly from: ReadyState | null
  readonly to: ReadyState
  readonly told: readonly Told[]
  /** What the browser printed, which the script cannot read. */
  readonly printed: readonly string[]
  readonly wire: readonly WireLine[]
}

/** The steps of a life: its moves, and the events of each. */
export function stepsOf(
  moves: readonly MoveId[],
  slices: readonly (readonly TraceEvent[])[],
): readonly Step[] {
  let state: ReadyState | null = null
  let isCut = false
  return slices.flatMap((slice, index) => {
    const move = moves[index]
    const atClient = slice.filter(({ side }) => side === 'client')
    const from = state
    for (const event of atClient) if (event.type === 'readyStateChanged') state = event.to
    if (move === undefined || state === null) return []
    const step: Step = {
      move,
      from,
      to: state,
      told: atClient.flatMap(tell),
      printed: atClient.flatMap((event) => (event.type === 'logEntryAdded' ? [event.text] : [])),
      wire: atClient.flatMap((event) => lookAt(event, isCut)),
    }
    isCut ||= step.wire.some(({ kind }) => kind === 'silence')
    return [step]
  })
}

function tell(event: TraceEvent): Told[] {
  if (event.type === 'apiCall' && event.exception !== undefined)
    return [{ kind: 'threw', exception: event.exception.name }]
  if (event.type !== 'eventFired') return []
  switch (event.eventType) {
    case 'open':
    case 'error':
      return [{ kind: event.eventType }]
    case 'close':
      return [{ kind: 'close', code: event.code ?? 0, wasClean: event.wasClean ?? false }]
    case 'message':
      return []
  }
}

function lookAt(event: TraceEvent, isCut: boolean): WireLine[] {
  switch (event.type) {
    case 'willSendHandshakeRequest':
      return [{ kind: 'line', isOut: true, text: `${event.method} ${event.target} HTTP/1.1` }]
    case 'handshakeResponseReceived':
      return [
        {
          kind: 'line',
          isOut: false,
          text: `HTTP/1.1 ${String(event.status)} ${event.statusText}`,
        },
      ]
    case 'frameSent':
    case 'frameReceived':
      return [frameLine(event, isCut)]
    case 'transportClosed':
      return [event.how === 'silence' ? { kind: 'silence' } : { kind: 'tcp', by: event.by }]
    default:
      return []
  }
}

function frameLine(event: EventOf<'frameSent' | 'frameReceived'>, isCut: boolean): WireLine {
  const { header, payload, masked, opcode } = event.frame
  const octets = Uint8Array.of(...header, ...payload)
  const start = header.length
  // The masking key ends the header (RFC 6455 §5.2).
  if (masked) maskInPlace(octets, start, octets.length, start, header, start - 4)
  const isBare = opcode === Opcode.Close && closePayloadOf(payload) === undefined
  return {
    kind: 'frame',
    isOut: event.type === 'frameSent',
    text: isBare ? frameName(opcode) : `${frameName(opcode)} ${previewPayload(event.frame)}`,
    octets: previewBytes(octets),
    isLost: isCut,
  }
}
