import { expect, it } from 'vitest'
import type { SourcePosition, TraceEvent } from './event.ts'
import { TraceLog } from './log.ts'
import { sourceOfEvent } from './event-source.ts'

const at = (line: number): SourcePosition => ({ file: 'client.js', line, column: 1 })

function logOf(...events: readonly ((seq: number) => TraceEvent)[]): TraceLog {
  const log = new TraceLog()
  for (const [seq, event] of events.entries()) log.append(event(seq))
  return log
}

const common = { time: 0, provenance: 'observed', connectionId: 'ws-1' } as const

interface Place {
  readonly side?: 'client' | 'server'
  readonly cause?: number
  readonly source?: SourcePosition
}

const place = ({ side = 'client', ...rest }: Place) => ({ ...common, side, ...rest })

const send = (where: Place) => (seq: number) =>
  ({
    ...place(where),
    type: 'apiCall',
    seq,
    api: 'WebSocket',
    method: 'send',
    arguments: [],
  }) as const

const frame = {
  fin: true,
  rsv1: false,
  rsv2: false,
  rsv3: false,
  opcode: 1,
  masked: false,
  header: new Uint8Array(),
  payload: new Uint8Array(),
}
const frameSent = (where: Place) => (seq: number) =>
  ({ ...place(where), type: 'frameSent', seq, frame }) as const
const frameReceived = (where: Place) => (seq: number) =>
  ({ ...place(where), type: 'frameReceived', seq, frame }) as const
const messageReceived = (where: Place) => (seq: number) =>
  ({
    ...place(where),
    type: 'messageReceived',
    seq,
    data: { kind: 'text', text: '' },
    byteLength: 0,
  }) as const
const messageFired = (where: Place) => (seq: number) =>
  ({ ...place(where), type: 'eventFired', eventType: 'message', seq, listeners: 1 }) as const

const echo = logOf(
  send({ source: at(6) }),
  frameSent({ cause: 0 }),
  frameReceived({ cause: 1, side: 'server' }),
  frameSent({ cause: 2, side: 'server' }),
  frameReceived({ cause: 3 }),
  messageReceived({ cause: 4 }),
  messageFired({ cause: 5, source: at(10) }),
)

it('takes the line of the event itself', () => {
  expect(sourceOfEvent(echo, 0)).toMatchObject({ event: { seq: 0 }, source: { line: 6 } })
})

it('leads from a frame that was sent to the call that sent it', () => {
  expect(sourceOfEvent(echo, 1)).toMatchObject({ event: { seq: 0 }, source: { line: 6 } })
})

it('leads from a frame that arrived to the handler it set off', () => {
  expect(sourceOfEvent(echo, 4)).toMatchObject({ event: { seq: 6 }, source: { line: 10 } })
})

it('leads from a frame that nobody handled to the call that caused it', () => {
  expect(sourceOfEvent(echo, 2)).toMatchObject({ event: { seq: 0 }, source: { line: 6 } })
})

it('guesses nothing where no line is known', () => {
  const log = logOf(frameReceived({}), messageReceived({ cause: 0 }), messageFired({ cause: 1 }))
  expect([0, 1, 2, 3].map((seq) => sourceOfEvent(log, seq))).toEqual([null, null, null, null])
})
