import { describe, expect, it } from 'vitest'
import { traceOf, type EventSketch } from '../trace/testing/sketch.ts'
import { hex } from '../trace/events/field.ts'
import { readField } from './fields.ts'

const read = (sketch: EventSketch, name: string) => {
  const [event] = traceOf(sketch)
  if (event === undefined) throw new Error('no event')
  return readField(event, name)
}

describe('readField', () => {
  it('gives text as it is and binary data in hexadecimal', () => {
    expect(
      read({ type: 'messageSent', data: { kind: 'text', text: 'hi' }, byteLength: 2 }, 'data'),
    ).toBe('hi')
    const bytes = new Uint8Array([0x81, 0x05])
    expect(
      read({ type: 'messageSent', data: { kind: 'binary', bytes }, byteLength: 2 }, 'data'),
    ).toBe('81 05')
  })

  it('gives the close code of a Close frame only', () => {
    const frame = (opcode: number, payload: number[]): EventSketch => ({
      type: 'frameReceived',
      frame: {
        fin: true,
        rsv1: false,
        rsv2: false,
        rsv3: false,
        opcode,
        masked: false,
        header: new Uint8Array(2),
        payload: Uint8Array.from(payload),
      },
    })
    expect(read(frame(8, [0x0f, 0xa1, 0x6b]), 'code')).toBe(4001)
    expect(read(frame(8, []), 'code')).toBeUndefined()
    expect(read(frame(2, [0x0f, 0xa1]), 'code')).toBeUndefined()
  })

  it('gives a printed line as the console shows it', () => {
    const printed = read(
      {
        type: 'consoleMessage',
        level: 'log',
        arguments: [
          { kind: 'number', text: '0' },
          { kind: 'string', text: 'CONNECTING', length: 10 },
        ],
      },
      'text',
    )
    expect(printed).toBe('0 CONNECTING')
  })

  it('gives the headers of a handshake with their names in lower case', () => {
    const request: EventSketch = {
      type: 'willSendHandshakeRequest',
      method: 'GET',
      target: '/',
      headers: [['Upgrade', 'websocket']],
      byteLength: 0,
    }
    expect(read(request, 'headers')).toBe('upgrade: websocket\n')
  })

  it('knows nothing of what an event does not have', () => {
    const load: EventSketch = { type: 'pageLifecycle', phase: 'load' }
    expect(read(load, 'code')).toBeUndefined()
    expect(read(load, 'constructor')).toBeUndefined()
  })
})

describe('hex', () => {
  it('writes two digits an octet', () => {
    expect(hex(new Uint8Array([0, 15, 255]))).toBe('00 0f ff')
    expect(hex(new Uint8Array())).toBe('')
  })
})
