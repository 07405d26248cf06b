import fc from 'fast-check'
import { expect, it } from 'vitest'
import { EventStreamValidator } from '../schema.ts'
import { asciiMessage, type EventSketch } from '../testing/sketch.ts'
import {
  frame,
  hello,
  made,
  masked,
  Meeting,
  Opcode,
  opened,
  request,
  response,
} from './testing/meeting.ts'

type Act = 'send' | 'receive' | 'ping'

/** When it happens at each side, and when each side reports it. */
interface Step {
  readonly act: Act
  readonly pause: number
  readonly travel: number
  /** How much later the sandbox records the frame than the message. */
  readonly lag: number
  readonly toldBySandbox: number
  readonly toldByServer: number
}

/** A frame as the sandbox makes it up, without its masking key. */
const madeUp = {
  provenance: 'reconstructed',
  frame: {
    fin: true,
    rsv1: false,
    rsv2: false,
    rsv3: false,
    opcode: 1,
    masked: true,
    header: Uint8Array.of(0x81, 0x85),
    payload: hello,
  },
} as const

const delay = fc.double({ min: 0.1, max: 40, noNaN: true })
const step = fc.record<Step>({
  act: fc.constantFrom<Act>('send', 'receive', 'ping'),
  pause: delay,
  travel: delay,
  lag: fc.double({ min: 0, max: 0.4, noNaN: true }),
  toldBySandbox: delay,
  toldByServer: delay,
})

it('makes one trace in which nothing is lost, double, or before its cause, in any order of reports', () => {
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 30 }),
      fc.double({ min: -60, max: 60, noNaN: true }),
      (steps, error) => {
        const meeting = new Meeting()
        const tellings: { at: number; side: 'sandbox' | 'server'; tell: () => void }[] = []
        /** Each side reports in its order. */
        const last = { sandbox: 0, server: 0 }
        const telling = (side: 'sandbox' | 'server', at: number, tell: () => void) => {
          last[side] = Math.max(last[side], at)
          tellings.push({ at: last[side], side, tell })
        }
        let seq = 0
        const program = (at: number, told: number, sketches: (first: number) => EventSketch[]) => {
          const events = sketches(seq)
          seq += events.length
          telling('sandbox', told, () => meeting.program(at, ...events))
        }
        const server = (at: number, told: number, from: 'client' | 'server', data: Uint8Array) =>
          telling('server', told, () => meeting.bytes(at + error, from, data))

        program(1, 2, () => made(1))
        server(5, 6, 'client', request.bytes)
        server(6, 6, 'server', response.bytes)
        program(8, 9, () => opened(8))
        let now = 10
        let arrived = 10
        for (const { act, pause, travel, lag, toldBySandbox, toldByServer } of steps) {
          now += pause
          if (act === 'send') {
            const at = now
            // TCP keeps order.
            arrived = Math.max(arrived, at + travel)
            program(at + lag, at + lag + toldBySandbox, (first) => [
              { type: 'apiCall', api: 'WebSocket', method: 'send', arguments: [], at },
              { type: 'messageSent', ...asciiMessage('Hello'), cause: first },
              { type: 'frameSent', ...madeUp, at: at + lag, cause: first + 1 },
            ])
            server(arrived, arrived + toldByServer, 'client', masked(Opcode.Text, hello))
            now = arrived
          } else {
            server(
              now,
              now + toldByServer,
              'server',
              frame(act === 'ping' ? Opcode.Ping : Opcode.Text, hello),
            )
            const at = now + travel
            if (act === 'ping')
              server(at + travel, at + travel + toldByServer, 'client', masked(Opcode.Pong, hello))
            else
              program(at, at + toldBySandbox, (first) => [
                { type: 'messageReceived', ...asciiMessage('Hello'), at },
                { type: 'eventFired', eventType: 'message', listeners: 1, cause: first },
              ])
            now = at + travel
          }
        }
        for (const { at, tell } of tellings.sort((one, other) => one.at - other.at)) {
          meeting.wait(Math.max(0, at - meeting.now))
          tell()
          meeting.sync()
        }
        meeting.wait(6000)

        const { events } = meeting
        expect(new EventStreamValidator().accept(events)).toMatchObject({ ok: true })
        expect(meeting.merge.deadline).toBeNull()
        const count = (side: string, type: string) =>
          events.filter((event) => event.side === side && event.type === type).length
        const of = (act: Act) => steps.filter((one) => one.act === act).length
        for (const side of ['client', 'server']) {
          const [sent, received] =
            side === 'client' ? (['send', 'receive'] as const) : (['receive', 'send'] as const)
          expect(count(side, 'messageSent')).toBe(of(sent))
          expect(count(side, 'messageReceived')).toBe(of(received))
          expect(count(side, 'frameSent')).toBe(of(sent) + of('ping'))
          expect(count(side, 'frameReceived')).toBe(of(received) + of('ping'))
        }
        for (const event of events) {
          const other = event.type === 'frameReceived' ? events[event.cause ?? -1] : undefined
          if (event.type === 'frameReceived')
            expect(other).toMatchObject({
              type: 'frameSent',
              frame: { opcode: event.frame.opcode },
            })
        }
      },
    ),
    { numRuns: 200 },
  )
})
