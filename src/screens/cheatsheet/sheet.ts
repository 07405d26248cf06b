/** The tables of the cheat sheet, made by the code that speaks the protocol. */
import {
  buildRequest,
  buildResponse,
  encodeFrame,
  frameFields,
  headerPurpose,
  isRequired,
  mayBeOnTheWire,
  Opcode,
  opcodeName,
  RFC_KEY,
  type Extension,
  type FrameFieldName,
  type HeaderField,
  type OpcodeName,
} from '../../core/protocol/index.ts'
import { READY_STATES } from '../../core/protocol/ready-state.ts'
import { CLOSE_CODES, type Sender } from '../../figures/close-codes/close-codes.ts'

export const STATES = READY_STATES.map((name, number) => ({ number, name }))

export interface HeaderRow {
  readonly name: string
  readonly value: string
  /** What it is for, as a key of the texts. */
  readonly purpose: SheetHeader
  readonly isRequired: boolean
}

export const SHEET_HEADERS = [
  'host',
  'upgrade',
  'connection',
  'origin',
  'version',
  'key',
  'accept',
  'protocol',
  'extensions',
] as const
export type SheetHeader = (typeof SHEET_HEADERS)[number]

const extensions: readonly Extension[] = [{ name: 'permessage-deflate', parameters: [] }]

export const REQUEST = rowsOf(
  'request',
  buildRequest({
    host: 'example.com',
    target: '/chat',
    key: RFC_KEY,
    origin: 'https://example.com',
    protocols: ['chat'],
    permessageDeflate: {},
  }).head.headers,
)

export const RESPONSE = rowsOf(
  'response',
  buildResponse({ key: RFC_KEY, protocol: 'chat', extensions }).head.headers,
)

function rowsOf(head: 'request' | 'response', headers: readonly HeaderField[]): HeaderRow[] {
  return headers.flatMap(([name, value]) => {
    const known = headerPurpose(name)
    const purpose = SHEET_HEADERS.find((candidate) => candidate === known)
    if (known === undefined || purpose === undefined) return []
    return [{ name, value, purpose, isRequired: isRequired(known, head) }]
  })
}

/** A field in the first two octets of every frame. */
export interface HeaderBits {
  readonly name: FrameFieldName
  readonly bits: number
}

/** Of a frame with one octet of payload, so that there are no other fields of the header. */
export const HEADER_BITS: readonly HeaderBits[] = frameFields(splitFrame(1))
  .filter(({ byteEnd }) => byteEnd <= 2)
  .map(({ name, bitLength }) => ({ name, bits: bitLength }))

/** Lengths of a payload and what the header takes for them, in octets. */
export interface HeaderSize {
  readonly from: number
  /** `null` without a limit that anybody meets: 2⁶³ − 1. */
  readonly to: number | null
  /** What the seven bits of the length say; `null` where they are the length. */
  readonly marker: number | null
  readonly extended: number
  readonly server: number
  readonly client: number
}

/** Where the length takes more octets (RFC 6455 §5.2). */
const STEPS = [0, 126, 65536] as const

export const HEADER_SIZES: readonly HeaderSize[] = STEPS.map((from, index) => {
  const next = STEPS[index + 1]
  const fields = frameFields(splitFrame(from))
  const valueOf = (wanted: FrameFieldName) => fields.find(({ name }) => name === wanted)
  const marker = Number(valueOf('Payload length')?.value)
  const extended = (valueOf('Extended payload length')?.bitLength ?? 0) / 8
  return {
    from,
    to: next === undefined ? null : next - 1,
    marker: extended === 0 ? null : marker,
    extended,
    server: splitFrame(from).header.length,
    client: splitFrame(from, new Uint8Array(4)).header.length,
  }
})

function splitFrame(length: number, maskingKey?: Uint8Array) {
  const octets = encodeFrame({
    opcode: Opcode.Binary,
    payload: new Uint8Array(length),
    ...(maskingKey && { maskingKey }),
  })
  const start = octets.length - length
  return { header: octets.subarray(0, start), payload: octets.subarray(start) }
}

export const OPCODES: readonly { readonly number: string; readonly name: OpcodeName }[] =
  Object.values(Opcode).map((opcode) => ({
    number: `0x${opcode.toString(16).toUpperCase()}`,
    name: opcodeName(opcode),
  }))

export interface CodeRow {
  /** `1000`, `3000–3999`. */
  readonly code: string
  /** Of the texts about it. */
  readonly from: number
  readonly name: string | null
  readonly sender: Sender
  /** Whether a page may give it to `close()`. */
  readonly isForPages: boolean
  readonly travels: boolean
}

/** From 1000 on: lower numbers are not used. */
export const CODES: readonly CodeRow[] = CLOSE_CODES.filter(({ from }) => from >= 1000).map(
  ({ from, to, name, sender }) => ({
    code: from === to ? String(from) : `${from}–${to}`,
    from,
    name,
    sender,
    isForPages: sender === 'program',
    travels: mayBeOnTheWire(from),
  }),
)

export const SERVER_PROGRAM = `import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })
server.on('connection', (socket, request) => {
  socket.on('message', (data, isBinary) => {
    socket.send(data, { binary: isBinary })
  })
  socket.on('close', (code, reason) => {})
  socket.on('error', console.error)
})`

export const CLIENT_PROGRAM = `const ws = new WebSocket('wss://example.com/chat')
ws.onopen = () => ws.send('Hello')
ws.onmessage = ({ data }) => console.log(data)
ws.onclose = ({ code, reason, wasClean }) => {}`

export const CURL = `curl -i -N --http1.1 \\
  -H 'Connection: Upgrade' -H 'Upgrade: websocket' \\
  -H 'Sec-WebSocket-Version: 13' \\
  -H 'Sec-WebSocket-Key: ${RFC_KEY}' \\
  https://example.com/chat`
