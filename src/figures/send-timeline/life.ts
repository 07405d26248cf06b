/** A socket's life, from `new WebSocket` until after its end, and what became of each `send()`. */
import type { ReadyState } from '../../core/protocol/ready-state.ts'
import type { EventOf, Side, TraceEvent, TraceEventType } from '../../core/trace/event.ts'

/** One way, in milliseconds: slow, so that CLOSING is wide enough to be hit. */
export const LATENCY = 300
/** From the handshake's request to its response, at the server. */
export const ACCEPT_AFTER = 500
/** When the program calls `close()`. */
export const CLOSE_AT = 2500
/** How much of the life is shown. */
export const END = 4000
/** Sends are placed at multiples of this. */
export const STEP = 100

/** What is said, in this order. */
export const TEXTS = ['first', 'second', 'third', 'fourth', 'fifth'] as const

/** Two early ones, one in time, one late: as in the lesson's program. */
export const FIRST_PLACED: readonly number[] = [300, 900, 2000, 3500]

/** `atOnce`: the program calls `send()` at once. `queue`: a text that is early waits for `open`. */
export const WAYS = ['atOnce', 'queue'] as const
export type Way = (typeof WAYS)[number]

/** A call of `send()` as the program saw it. */
export interface Call {
  readonly text: string
  readonly at: number
  readonly readyState: ReadyState
  /** The name of what it threw. */
  readonly exception: string | null
  /** Read on the next line. */
  readonly bufferedAmount: number
}

export type Fate =
  | { readonly kind: 'threw'; readonly exception: string }
  | { readonly kind: 'sent'; readonly arrived: number }
  | { readonly kind: 'discarded'; readonly readyState: ReadyState }

export interface Send {
  readonly text: string
  readonly said: number
  /** When `send()` was called: later than it was said, if the text waited. */
  readonly called: number
  readonly bufferedAmount: number
  readonly fate: Fate
}

/** A trip over the network. */
export interface Flight {
  readonly of: 'handshake' | 'message' | 'close'
  readonly from: Side
  readonly sent: number
  readonly arrived: number
}

export interface Life {
  readonly way: Way
  readonly states: readonly { readonly state: ReadyState; readonly from: number }[]
  readonly flights: readonly Flight[]
  /** In the order in which they were said. */
  readonly sends: readonly Send[]
  /** At the end. */
  readonly bufferedAmount: number
}

/** What a run has to tell. */
export interface Report {
  readonly way: Way
  readonly placed: readonly number[]
  readonly calls: readonly Call[]
  /** When the server's program got each text. */
  readonly arrivals: ReadonlyMap<string, number>
  readonly trace: readonly TraceEvent[]
  readonly bufferedAmount: number
}

export function readLife({ way, placed, calls, arrivals, trace, bufferedAmount }: Report): Life {
  const sends = placed.flatMap((said, index) => {
    const call = calls.find(({ text }) => text === TEXTS[index])
    if (call === undefined) return []
    const { text, at, bufferedAmount } = call
    return [{ text, said, called: at, bufferedAmount, fate: fateOf(call, arrivals.get(text)) }]
  })
  return {
    way,
    states: trace
      .filter(isA('readyStateChanged'))
      .map(({ to, time }) => ({ state: to, from: time })),
    flights: [
      ...handshake(trace),
      ...sends.flatMap(({ called, fate }) =>
        fate.kind === 'sent'
          ? [{ of: 'message', from: 'client', sent: called, arrived: fate.arrived } as const]
          : [],
      ),
      ...closing(trace, 'client'),
      ...closing(trace, 'server'),
    ],
    sends,
    bufferedAmount,
  }
}

function fateOf({ exception, readyState }: Call, arrived: number | undefined): Fate {
  if (exception !== null) return { kind: 'threw', exception }
  return arrived === undefined ? { kind: 'discarded', readyState } : { kind: 'sent', arrived }
}

function handshake(trace: readonly TraceEvent[]): readonly Flight[] {
  const asked = trace.find(isA('willSendHandshakeRequest'))
  const heard = trace.find((event) => event.type === 'bytesReceived' && event.side === 'server')
  const answered = trace.find(isA('handshakeResponseSent'))
  const accepted = trace.find(isA('handshakeResponseReceived'))
  return [...flight('handshake', asked, heard), ...flight('handshake', answered, accepted)]
}

const CLOSE = 8

function closing(trace: readonly TraceEvent[], from: Side): readonly Flight[] {
  const sent = trace.find(
    (event) => event.type === 'frameSent' && event.side === from && event.frame.opcode === CLOSE,
  )
  const received = trace.find(
    (event) =>
      event.type === 'frameReceived' && event.side !== from && event.frame.opcode === CLOSE,
  )
  return flight('close', sent, received)
}

function flight(
  of: Flight['of'],
  sent: TraceEvent | undefined,
  arrived: TraceEvent | undefined,
): readonly Flight[] {
  if (sent === undefined || arrived === undefined) return []
  return [{ of, from: sent.side, sent: sent.time, arrived: arrived.time }]
}

const isA =
  <T extends TraceEventType>(type: T) =>
  (event: TraceEvent): event is EventOf<T> =>
    event.type === type

/** Where one more `send()` has the most room. */
export function roomFor(placed: readonly number[]): number {
  const edges = [0, ...placed, END]
  const gaps = edges.slice(1).map((end, index) => ({ start: edges[index] ?? 0, end }))
  const widest = gaps.reduce((one, other) =>
    other.end - other.start > one.end - one.start ? other : one,
  )
  return Math.round((widest.start + widest.end) / 2 / STEP) * STEP
}

/** How many of the texts the server got, how many threw, and how many vanished. */
export function countFates({ sends }: Life): Readonly<Record<Fate['kind'], number>> {
  const count = (kind: Fate['kind']) => sends.filter(({ fate }) => fate.kind === kind).length
  return { sent: count('sent'), threw: count('threw'), discarded: count('discarded') }
}

/** The state in which a text is said: what happens at that very moment comes after it. */
export function stateAt({ states }: Life, time: number): ReadyState {
  return states.findLast(({ from }) => from < time)?.state ?? 0
}
