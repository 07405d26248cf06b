import { describe, expect, it } from 'vitest'
import { everyEvent, maskedFrame, shortFrame } from '../testing/every-event.ts'
import { traceOf, type EventSketch } from '../testing/sketch.ts'
import { byteLengthOf, directionOf, laneOf } from './lane.ts'

function eventOf(sketch: EventSketch) {
  const [event] = traceOf(sketch)
  if (event === undefined) throw new Error('the sketch made no event')
  return event
}
const frame = shortFrame(1, 'Hello')

describe('laneOf', () => {
  it('puts all that happens at the server into its lane', () => {
    for (const event of everyEvent()) {
      if (event.side === 'server') expect(laneOf(event)).toBe('server')
    }
    expect(laneOf(eventOf({ type: 'frameSent', side: 'server', frame }))).toBe('server')
  })

  it('tells what the program sees from what the browser does under it', () => {
    expect(laneOf(eventOf({ type: 'eventFired', eventType: 'open', listeners: 1 }))).toBe('program')
    expect(laneOf(eventOf({ type: 'frameSent', frame }))).toBe('browser')
  })
})

describe('directionOf', () => {
  it('is the same at both ends of one way', () => {
    expect(directionOf(eventOf({ type: 'frameSent', frame }))).toBe('out')
    expect(directionOf(eventOf({ type: 'frameReceived', side: 'server', frame }))).toBe('out')
    expect(directionOf(eventOf({ type: 'frameSent', side: 'server', frame }))).toBe('in')
    expect(directionOf(eventOf({ type: 'frameReceived', frame }))).toBe('in')
  })

  it('has none for a network that ends a connection', () => {
    const how = { type: 'transportClosed', how: 'silence' } as const
    expect(directionOf(eventOf({ ...how, by: 'network' }))).toBeUndefined()
    expect(directionOf(eventOf({ ...how, by: 'server' }))).toBe('in')
  })
})

describe('byteLengthOf', () => {
  it('counts header and payload of a frame', () => {
    expect(byteLengthOf(eventOf({ type: 'frameSent', frame }))).toBe(7)
    const masked = maskedFrame(frame, Uint8Array.of(1, 2, 3, 4))
    expect(byteLengthOf(eventOf({ type: 'frameSent', frame: masked }))).toBe(11)
  })

  it('has none for a handshake whose bytes nobody saw', () => {
    const request = { type: 'willSendHandshakeRequest', method: 'GET', target: '/' } as const
    expect(byteLengthOf(eventOf({ ...request, headers: [], byteLength: 0 }))).toBeUndefined()
    expect(byteLengthOf(eventOf({ ...request, headers: [], byteLength: 99 }))).toBe(99)
  })
})
