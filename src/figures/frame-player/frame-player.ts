/** Frames that a server sends one after the other, and what a browser's engine makes of each. */
import {
  Connection,
  encodeClosePayload,
  encodeFrame,
  FrameDecoder,
  Opcode,
  type ConnectionEvent,
  type Frame,
} from '../../core/protocol/index.ts'
import { frameName } from '../../core/trace/describe/index.ts'

const text = new TextEncoder()

/** What may be sent, by the name of its text. */
const SENT = {
  begin: { fin: false, opcode: Opcode.Text, payload: text.encode('Hel') },
  middle: { fin: false, opcode: Opcode.Continuation, payload: text.encode('l') },
  end: { fin: true, opcode: Opcode.Continuation, payload: text.encode('lo') },
  whole: { fin: true, opcode: Opcode.Text, payload: text.encode('Hi') },
  ping: { fin: true, opcode: Opcode.Ping, payload: text.encode('?') },
  brokenPing: { fin: false, opcode: Opcode.Ping, payload: text.encode('?') },
  close: {
    fin: true,
    opcode: Opcode.Close,
    payload: encodeClosePayload({ code: 1000, reason: '' }),
  },
} as const
export type Sent = keyof typeof SENT

// The keys of the object above.
export const CHOICES = Object.keys(SENT) as readonly Sent[]

/** A ping between two fragments. */
export const FIRST: readonly Sent[] = ['begin', 'ping', 'end']

export interface FrameWords {
  readonly fin: boolean
  readonly opcode: number
  readonly name: string
  readonly payload: string
}

export interface Step {
  readonly frame: FrameWords
  /** What the page hears: the data of a message event, an error, or a close code. */
  readonly heard: readonly Heard[]
  /** What the browser answers, without the page. */
  readonly answers: readonly FrameWords[]
  /** The text of the message that has begun, so far; null between messages. */
  readonly underWay: string | null
  /** Nothing more is read. */
  readonly isOver: boolean
}

export type Heard =
  | { readonly kind: 'message'; readonly data: string }
  | { readonly kind: 'error'; readonly reason: string; readonly section: string }
  | { readonly kind: 'close'; readonly code: number }

/** The steps of these frames; those behind one that ends the connection are left out. */
export function play(sent: readonly Sent[]): readonly Step[] {
  const connection = new Connection({ role: 'client', randomBytes: () => new Uint8Array(4) })
  const steps: Step[] = []
  let underWay: string | null = null
  for (const name of sent) {
    if (steps.at(-1)?.isOver === true) break
    const description = SENT[name]
    const octets = encodeFrame(description)
    connection.receiveData(octets)
    const events = [...connection.events()]
    underWay = soFar(underWay, name, events)
    const out = new FrameDecoder()
    steps.push({
      frame: wordsOf(new FrameDecoder().push(octets)),
      heard: events.flatMap(hear),
      answers: connection.dataToSend().flatMap((chunk) => out.push(chunk).map(wordOf)),
      underWay,
      isOver: events.some(({ type }) => type === 'error' || type === 'close'),
    })
  }
  return steps
}

function soFar(before: string | null, name: Sent, events: readonly ConnectionEvent[]) {
  if (events.some(({ type }) => type === 'message' || type === 'error')) return null
  const { opcode, payload } = SENT[name]
  if (opcode === Opcode.Text) return new TextDecoder().decode(payload)
  return opcode === Opcode.Continuation
    ? (before ?? '') + new TextDecoder().decode(payload)
    : before
}

function hear(event: ConnectionEvent): Heard[] {
  switch (event.type) {
    case 'message':
      return [{ kind: 'message', data: String(event.data) }]
    case 'error':
      return [
        { kind: 'error', reason: event.reason, section: event.section },
        // RFC 6455 §7.1.5: no Close frame was read.
        { kind: 'close', code: 1006 },
      ]
    case 'close':
      return [{ kind: 'close', code: event.code }]
    case 'frame':
    case 'ping':
    case 'pong':
      return []
  }
}

function wordsOf(frames: readonly Frame[]): FrameWords {
  const [frame] = frames
  if (frame === undefined) throw new Error('The engine made no whole frame')
  return wordOf(frame)
}

function wordOf({ fin, opcode, payload }: Frame): FrameWords {
  const isClose = opcode === Opcode.Close
  const code = isClose ? String(((payload[0] ?? 0) << 8) | (payload[1] ?? 0)) : null
  return {
    fin,
    opcode,
    name: frameName(opcode),
    payload: code ?? new TextDecoder().decode(payload),
  }
}
