import { describe, expect, it } from 'vitest'
import { maskedFrame, shortFrame } from '../../core/trace/testing/every-event.ts'
import { traceOf, type EventSketch } from '../../core/trace/testing/sketch.ts'
import { chipOf, labelOf } from './wire-label.ts'

function one(sketch: EventSketch) {
  const [event] = traceOf(sketch)
  if (event === undefined) throw new Error('the sketch made no event')
  return event
}

describe('chipOf', () => {
  it('counts header and payload of a frame apart', () => {
    const frame = maskedFrame(shortFrame(1, 'Hello'), new Uint8Array(4))
    expect(chipOf(one({ type: 'frameSent', frame }))).toEqual({
      name: 'TEXT',
      content: '“Hello”',
      size: '6+5 B',
    })
  })

  it('marks a frame that more of its message follow', () => {
    const frame = shortFrame(1, 'Hel', { fin: false })
    expect(chipOf(one({ type: 'frameSent', frame })).name).toBe('TEXT …')
  })

  it('reads the status from the octets that a server answers with', () => {
    const data = new TextEncoder().encode('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket')
    expect(chipOf(one({ type: 'bytesSent', side: 'server', data }))).toMatchObject({
      name: '101 Switching',
      size: '52 B',
    })
  })

  it('has no size where nobody saw the octets', () => {
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
})
