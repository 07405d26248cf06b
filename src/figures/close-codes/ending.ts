/** How a connection ends: what goes over the wire, and what each side is told. */
import {
  CloseCode,
  Connection,
  encodeClosePayload,
  encodeFrame,
  mayBeOnTheWire,
  MAX_REASON,
  Opcode,
  problemOfClose,
} from '../../core/protocol/index.ts'
import type { Side } from '../../core/trace/event.ts'

export const ENDERS = ['page', 'server', 'network', 'violation'] as const
/** Who ends it: a call of `close()` on either side, the network, or a frame that breaks a rule. */
export type Ender = (typeof ENDERS)[number]

export type PartName = 'head' | 'key' | 'code' | 'reason'

/** Octets of a frame, as they are on the wire. */
export interface FramePart {
  readonly name: PartName
  readonly octets: Uint8Array
}

export type Moment =
  | { readonly kind: 'call'; readonly side: Side; readonly text: string; readonly thrown: string }
  | {
      readonly kind: 'frame'
      readonly from: Side
      readonly parts: readonly FramePart[]
      readonly size: number
      readonly isMasked: boolean
      /** What a Close frame says; `null` for the frame that breaks a rule. */
      readonly close: CloseWords | null
    }
  /** The TCP connection ends: somebody ended it, or it is lost. */
  | { readonly kind: 'transport'; readonly by: Side | 'network' }
  | { readonly kind: 'error' }
  /** A server isn't told `wasClean`. */
  | {
      readonly kind: 'close'
      readonly side: Side
      readonly code: number
      readonly reason: string
      readonly wasClean: boolean | null
    }

/** No code: 1005. */
interface CloseWords {
  readonly code: number
  readonly reason: string
}

/** The masking key of RFC 6455's own example. A browser draws four new octets for each frame. */
const KEY = Uint8Array.of(0x37, 0xfa, 0x21, 0x3d)

/** Opcode 3 is reserved (RFC 6455 §5.2). */
const RESERVED_OPCODE = 3

/** @param reason not looked at where there is no code. */
export function endingOf(
  ender: Ender,
  code: number | undefined,
  reason: string,
): readonly Moment[] {
  switch (ender) {
    case 'page':
      return endedByPage(code, code === undefined ? '' : reason)
    case 'server':
      return endedByServer(code, code === undefined ? '' : reason)
    case 'network': {
      const lost = { code: CloseCode.AbnormalClosure, reason: '' }
      return [{ kind: 'transport', by: 'network' }, told('client', lost), told('server', lost)]
    }
    case 'violation':
      return endedByViolation()
  }
}

function endedByPage(code: number | undefined, reason: string): readonly Moment[] {
  const problem = problemOfClose(code, reason)
  if (problem !== undefined)
    return [called('client', code, reason, `${problem.name}: ${problem.message}`)]
  const page = newPage()
  page.sendClose(code, reason)
  const said = { code: code ?? CloseCode.NoStatusReceived, reason }
  return [
    called('client', code, reason),
    closeFrame('client', outgoing(page), said),
    // Browsers and `ws` answer with code and reason; the protocol wants the code.
    closeFrame('server', serverFrame(said), said),
    { kind: 'transport', by: 'server' },
    told('client', said),
    told('server', said),
  ]
}

function endedByServer(code: number | undefined, reason: string): readonly Moment[] {
  const problem = problemOfServerClose(code, reason)
  if (problem !== '') return [called('server', code, reason, problem)]
  const said = { code: code ?? CloseCode.NoStatusReceived, reason }
  const page = newPage()
  const frame = serverFrame(said)
  page.receiveData(frame)
  const answer = outgoing(page)
  return [
    called('server', code, reason),
    closeFrame('server', frame, said),
    closeFrame('client', answer, said),
    { kind: 'transport', by: 'server' },
    told('client', said),
    told('server', said),
  ]
}

function endedByViolation(): readonly Moment[] {
  const page = newPage()
  const broken = encodeFrame({ opcode: RESERVED_OPCODE })
  page.receiveData(broken)
  const answer = outgoing(page)
  const said = page.closeSent ?? { code: CloseCode.ProtocolError, reason: '' }
  return [
    frameMoment('server', broken, null),
    closeFrame('client', answer, said),
    // A page whose browser failed the connection reads nothing more (RFC 6455 §7.1.7).
    closeFrame('server', serverFrame(said), said),
    { kind: 'transport', by: 'client' },
    { kind: 'error' },
    told('client', { code: CloseCode.AbnormalClosure, reason: '' }),
    told('server', said),
  ]
}

/** What `close()` of Node's `ws` throws; empty if nothing. */
function problemOfServerClose(code: number | undefined, reason: string): string {
  if (code === undefined) return ''
  if (!mayBeOnTheWire(code)) return 'TypeError: First argument must be a valid error code number'
  if (octetsOf(reason) <= MAX_REASON) return ''
  return `RangeError: The message must not be greater than ${String(MAX_REASON)} bytes`
}

/** Of UTF-8. */
export const octetsOf = (text: string): number => new TextEncoder().encode(text).length

const newPage = () => new Connection({ role: 'client', randomBytes: () => KEY })

/** The frame that the page has to send; a mark that the transport ends may follow it. */
function outgoing(page: Connection): Uint8Array {
  const [frame = new Uint8Array(0)] = page.dataToSend()
  return frame
}

const serverFrame = (said: CloseWords) =>
  encodeFrame({ opcode: Opcode.Close, payload: encodeClosePayload(said) })

const closeFrame = (from: Side, octets: Uint8Array, close: CloseWords) =>
  frameMoment(from, octets, close)

function frameMoment(from: Side, octets: Uint8Array, close: CloseWords | null): Moment {
  const isMasked = from === 'client'
  const headEnd = 2
  const keyEnd = headEnd + (isMasked ? KEY.length : 0)
  const codeEnd = Math.min(keyEnd + 2, octets.length)
  const parts: readonly FramePart[] = [
    { name: 'head', octets: octets.subarray(0, headEnd) },
    { name: 'key', octets: octets.subarray(headEnd, keyEnd) },
    { name: 'code', octets: octets.subarray(keyEnd, codeEnd) },
    { name: 'reason', octets: octets.subarray(codeEnd) },
  ]
  return {
    kind: 'frame',
    from,
    parts: parts.filter((part) => part.octets.length > 0),
    size: octets.length,
    isMasked,
    close,
  }
}

function called(side: Side, code: number | undefined, reason: string, thrown = ''): Moment {
  const given = [code === undefined ? [] : [String(code)], reason === '' ? [] : [quoted(reason)]]
  const socket = side === 'client' ? 'ws' : 'socket'
  return { kind: 'call', side, text: `${socket}.close(${given.flat().join(', ')})`, thrown }
}

/** As a program would write it. */
export const quoted = (text: string): string =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`

function told(side: Side, { code, reason }: CloseWords): Moment {
  const wasClean = side === 'server' ? null : code !== CloseCode.AbnormalClosure
  return { kind: 'close', side, code, reason, wasClean }
}
