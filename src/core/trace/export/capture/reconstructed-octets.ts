/**
 * Octets for what a browser keeps from scripts: the heads and frames that must have passed, where
 * the standards leave no choice, with zeros for what is random.
 */
import { extendedLengthOctets } from '../../../protocol/frame-parser.ts'
import { acceptValue, encodeFrame, Opcode } from '../../../protocol/index.ts'
import type {
  HandshakeResponseReceived,
  Header,
  MessageData,
  TraceFrame,
  WillSendHandshakeRequest,
} from '../../event.ts'
import { toBase64 } from '../../../protocol/base64.ts'

const KEY_OF_ZEROS = toBase64(new Uint8Array(16))
const MASKING_KEY_OF_ZEROS = new Uint8Array(4)
const utf8 = new TextEncoder()

export function requestOctets({ method, target, headers }: WillSendHandshakeRequest): Uint8Array {
  return head(`${method} ${target} HTTP/1.1`, headers)
}

export function responseOctets(response: HandshakeResponseReceived): Uint8Array {
  return head(`HTTP/1.1 ${response.status} ${response.statusText}`, response.headers)
}

function head(firstLine: string, headers: readonly Header[]): Uint8Array {
  const lines = headers.map(([name, value]) => `${name}: ${value || placeholder(name)}`)
  return utf8.encode([firstLine, ...lines, '', ''].join('\r\n'))
}

/** What replaces an empty value, which marks one that was not observed. */
function placeholder(name: string): string {
  switch (name.toLowerCase()) {
    case 'sec-websocket-key':
      return KEY_OF_ZEROS
    case 'sec-websocket-accept':
      return acceptValue(KEY_OF_ZEROS)
    default:
      return ''
  }
}

/** A frame as on the wire. A masking key that was not observed is four zeros, which mask nothing. */
export function frameOctets({ header, masked, ...frame }: TraceFrame): Uint8Array {
  if (!masked) return encodeFrame(frame)
  const [, second = 0] = header
  const key = header.subarray(2 + extendedLengthOctets(second))
  return encodeFrame({ ...frame, maskingKey: key.length === 4 ? key : MASKING_KEY_OF_ZEROS })
}

/** A message in one frame, not compressed: legal whatever was negotiated (RFC 7692 §6). */
export function messageOctets(data: MessageData, masked: boolean): Uint8Array {
  return encodeFrame({
    ...(data.kind === 'text'
      ? { opcode: Opcode.Text, payload: utf8.encode(data.text) }
      : { opcode: Opcode.Binary, payload: data.bytes }),
    ...(masked ? { maskingKey: MASKING_KEY_OF_ZEROS } : {}),
  })
}
