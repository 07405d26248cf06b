/**
 * A TCP server that keeps every octet of the connections made to it, and reads them with the
 * engine.
 */
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import {
  answerRequest,
  Connection,
  FrameDecoder,
  RequestReader,
  type Answer,
  type AnswerOptions,
  type ConnectionEvent,
  type Frame,
  type RequestHead,
} from '../../src/core/protocol/index.ts'

export interface Recording {
  /** Octets of the request head as they came. */
  readonly head: Buffer
  readonly request: RequestHead
  readonly answer: Answer
  /** What the browser sent after its request, as the decoder reads it that judges nothing. */
  readonly frames: readonly Frame[]
  /** Whether that ended between two frames. */
  readonly isWhole: boolean
  /** What the validating connection made of it. */
  readonly events: readonly ConnectionEvent[]
}

export interface RecordingServer {
  readonly port: number
  /** The next connection, when it has ended. */
  next(): Promise<Recording>
  close(): void
}

/** What the server does when a message arrives; what it sends is flushed afterwards. */
export type Respond = (connection: Connection, data: string | Uint8Array) => void

export async function startRecordingServer(
  options: AnswerOptions,
  respond: Respond,
): Promise<RecordingServer> {
  const recordings: Promise<Recording>[] = []
  const waiting: ((recording: Promise<Recording>) => void)[] = []
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    const recording = record(socket, options, respond)
    const next = waiting.shift()
    if (next === undefined) recordings.push(recording)
    else next(recording)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    // A TCP server has an address of this kind.
    port: (server.address() as AddressInfo).port,
    next: () => recordings.shift() ?? new Promise((resolve) => waiting.push(resolve)),
    close: () => server.close(),
  }
}

async function record(
  socket: Socket,
  options: AnswerOptions,
  respond: Respond,
): Promise<Recording> {
  socket.on('error', () => {})
  const reader = new RequestReader()
  const chunks: Buffer[] = []
  for (;;) {
    // A socket without an encoding gives Buffers.
    const [chunk] = (await once(socket, 'data')) as [Buffer]
    chunks.push(chunk)
    const result = reader.push(chunk)
    if (result === undefined) continue
    if (!result.ok) throw new Error(`${result.failure.rule}: ${result.failure.message}`)
    const answer = answerRequest(result.head, options)
    socket.write(answer.response.bytes)
    if (!answer.ok) throw new Error(`${answer.failure.rule}: ${answer.failure.message}`)
    const head = Buffer.concat(chunks).subarray(0, result.head.byteLength)
    const { frames, isWhole, events } = await read(socket, answer, result.rest, respond)
    return { head, request: result.head, answer, frames, isWhole, events }
  }
}

async function read(
  socket: Socket,
  { extensions }: Extract<Answer, { ok: true }>,
  rest: Uint8Array,
  respond: Respond,
): Promise<Pick<Recording, 'frames' | 'isWhole' | 'events'>> {
  const decoder = new FrameDecoder()
  const connection = new Connection({
    role: 'server',
    extensions,
    randomBytes: (length) => randomBytes(length),
  })
  const frames: Frame[] = []
  const events: ConnectionEvent[] = []

  const flush = () => {
    for (const event of connection.events()) {
      if (event.type !== 'frame') events.push(event)
      if (event.type === 'message') respond(connection, event.data)
    }
    for (const chunk of connection.dataToSend()) {
      if (chunk.length === 0) socket.end()
      else socket.write(chunk)
    }
  }
  const take = (bytes: Uint8Array) => {
    // Each decoder keeps views of its copy.
    frames.push(...decoder.push(bytes.slice()))
    connection.receiveData(bytes.slice())
    flush()
  }
  socket.on('data', take)
  take(rest)
  await once(socket, 'end')
  connection.receiveEof()
  flush()
  socket.end()
  return { frames, isWhole: decoder.betweenFrames, events }
}
