/** What tshark reads in a capture. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

export interface DissectedFrame {
  readonly fin: boolean
  readonly reserved: number
  readonly opcode: number
  /** Hexadecimal; empty where the frame is not masked. */
  readonly maskingKey: string
  readonly length: number
  /** Hexadecimal; not masked, and as it was on the wire where it was compressed. */
  readonly payload: string
}

export interface DissectedConnection {
  readonly out: readonly DissectedFrame[]
  readonly in: readonly DissectedFrame[]
  /** Of HTTP: methods of requests, and statuses of responses. */
  readonly methods: readonly string[]
  readonly statuses: readonly number[]
}

type Writable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer I)[] ? I[] : T[K] }

export interface Dissection {
  readonly packets: number
  /** By the client's port. */
  readonly connections: ReadonlyMap<number, DissectedConnection>
  /** What tshark notes, warns of, or calls malformed. */
  readonly warnings: readonly string[]
}

const run = promisify(execFile)
const PREFERENCES = ['-o', 'ip.check_checksum:TRUE', '-o', 'tcp.check_checksum:TRUE']
const LAYERS = 'frame ip tcp http websocket _ws.malformed'
/** `PI_NOTE` of Wireshark's expert information: retransmissions and duplicates are of this kind. */
const NOTE = 0x40_0000
/** Said of every connection that is closed. */
const CLOSING = /connection closing/
const HTTP_PORT = 80

type Json = string | readonly Json[] | { readonly [key: string]: Json }

/** @throws Error where tshark cannot read the file. */
export async function dissect(tshark: string, file: string): Promise<Dissection> {
  const args = [
    '-n',
    '-r',
    file,
    ...PREFERENCES,
    '-T',
    'json',
    '-x',
    '--no-duplicate-keys',
    '-J',
    LAYERS,
  ]
  const { stdout } = await run(tshark, args, { maxBuffer: 1 << 30 })
  // The format that tshark documents for `-T json`.
  const packets = JSON.parse(stdout) as readonly { readonly _source: { readonly layers: Json } }[]
  const frames = new Map<number, Writable<DissectedConnection>>()
  const warnings: string[] = []
  for (const { _source } of packets) {
    const found = readLayers(_source.layers)
    const port = found.from === HTTP_PORT ? found.to : found.from
    const own = frames.get(port) ?? { out: [], in: [], methods: [], statuses: [] }
    frames.set(port, own)
    own[found.from === HTTP_PORT ? 'in' : 'out'].push(...found.frames)
    warnings.push(...found.warnings)
    own.methods.push(...found.methods)
    own.statuses.push(...found.statuses)
  }
  return { packets: packets.length, connections: frames, warnings: [...new Set(warnings)] }
}

/** Walks the layers in their order: a frame's fields follow each other, `fin` first. */
function readLayers(layers: Json) {
  const frames: { -readonly [K in keyof DissectedFrame]: DissectedFrame[K] }[] = []
  const warnings: string[] = []
  const methods: string[] = []
  const statuses: number[] = []
  let from = 0
  let to = 0
  let message = ''
  let severity = 0

  walk(layers, (key, value) => {
    const frame = frames.at(-1)
    switch (key) {
      case 'tcp.srcport':
        from = Number(value)
        break
      case 'tcp.dstport':
        to = Number(value)
        break
      case 'http.request.method':
        methods.push(String(value))
        break
      case 'http.response.code':
        statuses.push(Number(value))
        break
      case 'websocket.fin':
        frames.push({
          fin: value === '1',
          reserved: 0,
          opcode: -1,
          maskingKey: '',
          length: 0,
          payload: '',
        })
        break
      case 'websocket.rsv':
        if (frame) frame.reserved = Number(value)
        break
      case 'websocket.opcode':
        if (frame) frame.opcode = Number(value)
        break
      case 'websocket.masking_key':
        if (frame) frame.maskingKey = String(value).replaceAll(':', '')
        break
      case 'websocket.payload_length':
      case 'websocket.payload_length_ext_16':
      case 'websocket.payload_length_ext_64':
        // The longer forms follow the short one that announces them.
        if (frame) frame.length = Number(value)
        break
      case 'websocket.payload_raw':
        if (frame && Array.isArray(value)) frame.payload = String(value[0])
        break
      case '_ws.expert.message':
        message = String(value)
        if (severity >= NOTE) warnings.push(message)
        break
      case '_ws.expert.severity':
        severity = Number(value)
        if (severity >= NOTE && message !== '') warnings.push(message)
        break
      case '_ws.expert':
        message = ''
        severity = 0
        break
      case '_ws.malformed':
        warnings.push('malformed')
        break
      case 'ip.checksum.status':
      case 'tcp.checksum.status':
        if (value !== '1') warnings.push(`${key} is ${String(value)}`)
        break
      default:
        break
    }
  })
  return {
    from,
    to,
    frames,
    methods,
    statuses,
    warnings: warnings.filter((text) => !CLOSING.test(text)),
  }
}

function walk(value: Json, visit: (key: string, value: Json) => void): void {
  if (typeof value === 'string') return
  if (Array.isArray(value)) {
    for (const item of value as readonly Json[]) walk(item, visit)
    return
  }
  for (const [key, inner] of Object.entries(value)) {
    if (key.endsWith('_raw')) {
      visit(key, inner)
      continue
    }
    // Fields of the same name are a list; each is a field.
    const fields = Array.isArray(inner) ? (inner as readonly Json[]) : [inner]
    for (const field of fields) {
      visit(key, field)
      walk(field, visit)
    }
  }
}
