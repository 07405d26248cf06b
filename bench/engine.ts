/**
 * The engine against the Receiver and the Sender of ws 8, on the same bytes, in one process.
 *
 * Decoding starts from chunks of 64 KiB, as a socket reads them, and ends with the message as a
 * program sees it: a string or bytes. Encoding starts from a string or bytes and ends with the
 * chunks that are written to the socket; a string among them is turned into bytes, as a socket
 * would.
 */
import { randomFillSync } from 'node:crypto'
import * as ws from 'ws'
import {
  Connection,
  encodeFrame,
  Opcode,
  type PerMessageDeflate,
} from '../src/core/protocol/index.ts'

/** What ws exports for others to build on, and its types leave out. */
interface Parts {
  readonly Receiver: new (options: { isServer: boolean }) => {
    on(event: 'message', listener: (data: Buffer, binary: boolean) => void): void
    write(chunk: Buffer): void
  }
  readonly Sender: new (socket: object) => {
    send(
      data: Buffer | string,
      options: { binary: boolean; compress: boolean; fin: boolean; mask: boolean },
    ): void
  }
}
// Its wrapper.mjs exports both, and the run fails at once where it does not.
const { Receiver, Sender } = ws as unknown as Parts

interface Row {
  readonly size: number
  readonly count: number
  readonly masked: boolean
  readonly text: boolean
}

const CHUNK = 64 * 1024
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 9)

const rows: Row[] = [32, 1 << 20].flatMap((size) =>
  [true, false].flatMap((masked) =>
    [false, true].map((text) => ({ size, count: size === 32 ? 200_000 : 100, masked, text })),
  ),
)

function textOf(size: number): string {
  const sentence = 'The quick brown fox jumps over the lazy dog, 101 times. '
  return sentence.repeat(Math.ceil(size / sentence.length)).slice(0, size)
}

function maskingKeys(): (length: number) => Uint8Array {
  const pool = Buffer.alloc(8192)
  const key = new Uint8Array(4)
  let at = pool.length
  return () => {
    if (at === pool.length) {
      randomFillSync(pool)
      at = 0
    }
    for (let i = 0; i < 4; i++) key[i] = pool[at++] ?? 0
    return key
  }
}

/** What ws uses too, so that neither sets octets to 0 before it writes them. */
function allocate(length: number): Uint8Array {
  return new Uint8Array(Buffer.allocUnsafeSlow(length).buffer)
}

/** A stream of frames, cut into chunks. Fresh for each run: ws unmasks in place. */
function chunksOf({ size, count, masked, text }: Row): Buffer[] {
  const frame = encodeFrame({
    opcode: text ? Opcode.Text : Opcode.Binary,
    payload: Buffer.from(textOf(size)),
    ...(masked ? { maskingKey: Uint8Array.of(0x37, 0xfa, 0x21, 0x3d) } : {}),
  })
  const stream = Buffer.concat(Array.from({ length: count }, () => frame))
  const chunks: Buffer[] = []
  for (let at = 0; at < stream.length; at += CHUNK) {
    // As libuv delivers them: each chunk in separate memory.
    chunks.push(Buffer.from(Uint8Array.from(stream.subarray(at, at + CHUNK)).buffer))
  }
  return chunks
}

const decode = {
  ws(row: Row) {
    const chunks = chunksOf(row)
    const receiver = new Receiver({ isServer: row.masked })
    let octets = 0
    receiver.on('message', (data: Buffer, binary: boolean) => {
      octets += binary ? data.length : data.toString().length
    })
    return () => {
      // Taken out one by one: a socket keeps no chunk either.
      for (let chunk = chunks.shift(); chunk; chunk = chunks.shift()) receiver.write(chunk)
      return octets
    }
  },
  engine(row: Row) {
    const chunks = chunksOf(row)
    const role = row.masked ? 'server' : 'client'
    const connection = new Connection({ role, randomBytes: maskingKeys(), allocate })
    let octets = 0
    return () => {
      for (let chunk = chunks.shift(); chunk; chunk = chunks.shift()) {
        connection.receiveData(chunk)
        for (const event of connection.events()) {
          if (event.type === 'message') octets += event.data.length
        }
      }
      return octets
    }
  },
}

const encode = {
  ws(row: Row) {
    const data = row.text ? textOf(row.size) : Buffer.from(textOf(row.size))
    let octets = 0
    const write = (chunk: Buffer | string) => {
      octets += typeof chunk === 'string' ? Buffer.from(chunk).length : chunk.length
      return true
    }
    const socket = { cork() {}, uncork() {}, write }
    const sender = new Sender(socket)
    return () => {
      for (let i = 0; i < row.count; i++) {
        sender.send(data, { binary: !row.text, compress: false, fin: true, mask: row.masked })
      }
      return octets
    }
  },
  engine(row: Row) {
    const text = textOf(row.size)
    const bytes = new Uint8Array(Buffer.from(text))
    const role = row.masked ? 'client' : 'server'
    const connection = new Connection({ role, randomBytes: maskingKeys() })
    let octets = 0
    return () => {
      for (let i = 0; i < row.count; i++) {
        if (row.text) connection.sendText(text)
        else connection.sendBinary(bytes)
        for (const chunk of connection.dataToSend()) octets += chunk.length
      }
      return octets
    }
  },
}

/**
 * Seconds of processor time that the work takes, made ready before the clock starts. A wall clock
 * would measure what else the machine is doing.
 */
function time(prepare: () => () => number): { seconds: number; octets: number } {
  const work = prepare()
  alive.push(work)
  globalThis.gc?.()
  const start = process.cpuUsage()
  const octets = work()
  const { user, system } = process.cpuUsage(start)
  return { seconds: (user + system) / 1e6, octets }
}

/**
 * As in a server, which never has no connection at all: V8 forgets what it learned of dead classes.
 */
const alive: unknown[] = []

/** Both in turn, so that they share the weather; the best of each. */
function compare(title: string, row: Row, contenders: typeof decode | typeof encode): number {
  const best = { ws: Infinity, engine: Infinity }
  const octets = { ws: 0, engine: 0 }
  alive.length = 0
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of ['ws', 'engine'] as const) {
      const result = time(() => contenders[name](row))
      best[name] = Math.min(best[name], result.seconds)
      octets[name] = result.octets
    }
  }
  if (octets.ws !== octets.engine) throw new Error(`${title}: ${octets.ws} and ${octets.engine}`)
  const megabytes = (seconds: number) => ((row.size * row.count) / seconds / 1e6).toFixed(0)
  const ratio = best.ws / best.engine
  const cells = [
    title,
    row.size === 32 ? '32 B' : '1 MiB',
    row.masked ? 'masked' : 'plain',
    row.text ? 'text' : 'binary',
  ].map((cell) => cell.padEnd(8))
  const numbers = [megabytes(best.ws), megabytes(best.engine)].map((cell) => cell.padStart(8))
  console.log([...cells, ...numbers, `${ratio.toFixed(2)}×`.padStart(8)].join(' '))
  return ratio
}

/** Compression has no goal: ws leaves it to zlib in C, on other threads. */
function reportCompression(size: number, count: number): void {
  const extensions: readonly PerMessageDeflate[] = [
    {
      name: 'permessage-deflate',
      serverNoContextTakeover: false,
      clientNoContextTakeover: false,
      serverMaxWindowBits: 15,
      clientMaxWindowBits: 15,
    },
  ]
  const texts = Array.from({ length: count }, (_, index) => {
    const entry = `{"id":${index},"user":"user${index % 17}","text":"${index * 7919}"},`
    return entry.repeat(Math.ceil(size / entry.length)).slice(0, size)
  })
  const sender = new Connection({ role: 'server', extensions, randomBytes: maskingKeys() })
  const receiver = new Connection({ role: 'client', extensions, randomBytes: maskingKeys() })
  const chunks: Uint8Array[] = []
  const deflating = time(() => () => {
    for (const text of texts) {
      sender.sendText(text)
      chunks.push(...sender.dataToSend())
    }
    return 0
  })
  const inflating = time(() => () => {
    for (const chunk of chunks) {
      receiver.receiveData(chunk)
      receiver.events()
    }
    return 0
  })
  const wire = chunks.reduce((sum, chunk) => sum + chunk.length, 0)
  const rate = (seconds: number) => `${((size * count) / seconds / 1e6).toFixed(0)} MB/s`
  console.log(
    `permessage-deflate, ${size} B of JSON: deflate ${rate(deflating.seconds)}, ` +
      `inflate ${rate(inflating.seconds)}, ${((100 * wire) / (size * count)).toFixed(1)} % on the wire`,
  )
}

console.log(`${'MB of payload a second'.padEnd(36)}      ws   engine    ratio`)
const ratios = [
  ...rows.map((row) => compare('decode', row, decode)),
  ...rows.map((row) => compare('encode', row, encode)),
]
console.log(`Slowest row: ${Math.min(...ratios).toFixed(2)}×`)
reportCompression(512, 20_000)
reportCompression(64 * 1024, 200)
