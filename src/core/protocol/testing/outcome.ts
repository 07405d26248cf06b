import {
  Connection,
  FrameDecoder,
  Opcode,
  type ConnectionEvent,
  type ConnectionOptions,
  type Frame,
} from '../index.ts'
import { exampleKey, hex } from './dialogue.ts'

export interface Outcome {
  readonly events: readonly ConnectionEvent[]
  /** Frames that the connection sent, and whether it then closed its side of the transport. */
  readonly sent: readonly Frame[]
  readonly ended: boolean
}

/** What a connection makes of these bytes. It throws what the connection throws. */
export function outcomeOf(
  options: Partial<ConnectionOptions>,
  chunks: Iterable<Uint8Array>,
): Outcome {
  const connection = new Connection({ role: 'server', randomBytes: () => exampleKey, ...options })
  const events: ConnectionEvent[] = []
  const decoder = new FrameDecoder()
  const sent: Frame[] = []
  let ended = false
  const drain = () => {
    events.push(...connection.events())
    for (const chunk of connection.dataToSend()) {
      sent.push(...decoder.push(chunk))
      ended = chunk.length === 0
    }
  }
  for (const chunk of chunks) {
    connection.receiveData(chunk)
    drain()
  }
  connection.receiveEof()
  drain()
  return { events, sent, ended }
}

/** An outcome as text, to be compared. */
export function told({ events, sent, ended }: Outcome): string {
  const lines = events.map((event) => JSON.stringify(event, spelled))
  return [...lines, ...sent.map((frame) => JSON.stringify(frame, spelled)), ended].join('\n')
}

function spelled(_: string, value: unknown): unknown {
  return value instanceof Uint8Array ? hex(value) : value
}

/** What is wrong with an outcome, whatever the bytes were; nothing when it keeps the rules. */
export function unlawful({ events, sent, ended }: Outcome): string | undefined {
  const errors = events.filter((event) => event.type === 'error')
  const closes = events.filter((event) => event.type === 'close')
  const pings = events.filter((event) => event.type === 'ping')
  const pongs = sent.filter(({ opcode }) => opcode === Opcode.Pong)
  const [error] = errors
  const [close] = closes
  if (!ended) return 'the transport is left open'
  if (events.at(-1)?.type !== 'close' || closes.length > 1) return 'not one close event, at the end'
  if (errors.length > 1) return 'more than one error'
  if (error && events.indexOf(error) !== events.length - 2) return 'events after an error'
  if (error && ![1002, 1007, 1009].includes(error.code)) return `an error with ${error.code}`
  if (pings.some(({ data }, index) => hex(data) !== hex(pongs[index]?.payload ?? noPong))) {
    return 'a ping without its pong'
  }
  const closing = sent.filter(({ opcode }) => opcode === Opcode.Close)
  if (closing.length > 1 || (closing.length === 1 && sent.at(-1) !== closing[0])) {
    return 'not one Close frame, at the end'
  }
  const [high = 0, low = 0] = closing[0]?.payload ?? []
  const code = closing.length === 0 ? 1006 : (high << 8) | low || 1005
  const due = error?.code ?? close?.code
  return code === due ? undefined : `a Close frame with ${code} where ${due} is due`
}

const noPong = Uint8Array.of(0, 1, 2, 3)

/** Cuts bytes at these places, which need not be sorted, or different, or inside. */
export function cutAt(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const sorted = [0, ...places.map((place) => place % (bytes.length + 1)), bytes.length]
  sorted.sort((a, b) => a - b)
  return sorted.slice(1).map((end, index) => bytes.slice(sorted[index], end))
}
