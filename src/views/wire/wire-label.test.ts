import { describe, expect, it } from 'vitest'
import { maskedFrame, shortFrame } from '../../core/trace/testing/sample.ts'
import { traceOf, type EventSketch } from '../../core/trace/testing/sketch.ts'
import { chipOf, labelOf } from './wire-label.ts'

function one(sketch: EventSketch) {
  const [event] = traceOf(sketch)
  if (event === undefined) throw new Error('the sketch made no event')
  return event
}

describe('chipOf', () => {
  it('counts header and payload of a frame separately', () => {
    const frame = maskedFrame(shortFrame(1, 'Hello'), new Uint8Array(4))
    expect(chipOf(one({ type: 'frameSent', frame }))).toEqual({
      kind: 'data',
      name: 'TEXT',
      content: '“Hello”',
      size: '6+5 B',
    })
  })

  it('marks a frame that is not the last of its message', () => {
    const frame = shortFrame(1, 'Hel', { fin: false })
    expect(chipOf(one({ type: 'frameSent', frame })).name).toBe('TEXT …')
  })

  it('reads the status from the octets of a response', () => {
    const data = new TextEncoder().encode('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket')
    expect(chipOf(one({ type: 'bytesSent', side: 'server', data }))).toMatchObject({
      name: '101 Switching',
      size: '52 B',
    })
  })

  it('tells control frames from data', () => {
    const kinds = [1, 2, 0, 8, 9, 10].map(
      (opcode) => chipOf(one({ type: 'frameSent', frame: shortFrame(opcode, '') })).kind,
    )
    expect(kinds).toEqual(['data', 'data', 'data', 'control', 'control', 'control'])
  })

  it('names a Close frame by its code, and shortens its reason alone', () => {
    // 0x0f41 is 3905.
    const frame = shortFrame(8, '\x0fAthe shop closes for the night, come back')
    expect(chipOf(one({ type: 'frameSent', frame }))).toMatchObject({
      name: 'CLOSE 3905',
      content: '“the shop closes for the …”',
    })
    expect(chipOf(one({ type: 'frameSent', frame: shortFrame(8, '') }))).toMatchObject({
      name: 'CLOSE',
      content: '',
    })
  })

  it('counts the head and the body of an HTTP response as header and payload', () => {
    const answer = { type: 'httpResponse', status: 200, statusText: 'OK', headers: [] } as const
    const first = one({ type: 'httpData', data: new TextEncoder().encode('no news') })
    expect(chipOf(one({ ...answer, byteLength: 122 }), { first, octets: 7 })).toEqual({
      kind: 'http',
      name: '200 OK',
      content: '“no news”',
      size: '122+7 B',
    })
  })

  it('names the path of a request, because all share a host', () => {
    const request = { type: 'httpRequest', method: 'GET', headers: [], byteLength: 81 } as const
    const url = 'http://localhost:8080/poll?since=4'
    expect(chipOf(one({ ...request, url })).name).toBe('GET /poll?since=4')
    expect(chipOf(one({ ...request, url: 'http://localhost' })).name).toBe('GET /')
  })

  it('has no size if nobody saw the octets', () => {
    const request = { type: 'willSendHandshakeRequest', method: 'GET', target: '/' } as const
    expect(chipOf(one({ ...request, headers: [], byteLength: 0 }))).toMatchObject({
      name: 'GET Upgrade',
      size: '',
    })
  })
})

describe('labelOf', () => {
  it('writes a call as code, and marks one that threw', () => {
    const call = { type: 'apiCall', api: 'WebSocket', method: 'close', arguments: [] } as const
    expect(labelOf(one(call))).toEqual({ kind: 'call', text: 'close()' })
    const exception = { name: 'SyntaxError', message: '' }
    expect(labelOf(one({ ...call, exception })).kind).toBe('problem')
  })

  it('shows the code of a close event, and what set a timer', () => {
    const close = { type: 'eventFired', eventType: 'close', listeners: 1, code: 4001 } as const
    expect(labelOf(one(close))).toEqual({ kind: 'event', text: 'close 4001' })
    const timer = { type: 'timerFired', timerId: 1, kind: 'interval' } as const
    expect(labelOf(one(timer))).toEqual({ kind: 'timer', text: 'setInterval' })
  })
})
