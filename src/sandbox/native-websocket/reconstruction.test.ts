import { describe, expect, it } from 'vitest'
import type { MessageData } from '../../core/trace/event.ts'
import { closeFrame, dataFrame, requestHeaders, responseHeaders } from './reconstruction.ts'

const text = (length: number): MessageData => ({ kind: 'text', text: 'a'.repeat(length) })

function headerOf(length: number, masked: boolean): readonly number[] {
  return [...(dataFrame(text(length), length, masked, '')?.header ?? [])]
}

describe('the frame of a message', () => {
  it.each([
    [0, true, [0x81, 0x80]],
    [125, true, [0x81, 0x80 | 125]],
    [126, true, [0x81, 0x80 | 126, 0, 126]],
    [65_535, false, [0x81, 126, 0xff, 0xff]],
    [65_536, false, [0x81, 127, 0, 0, 0, 0, 0, 1, 0, 0]],
  ])('of %i octets, masked %j, has the header of RFC 6455 §5.2', (length, masked, header) => {
    expect(headerOf(length, masked)).toEqual(header)
  })

  it('of bytes is a binary frame', () => {
    const bytes = new Uint8Array([1, 2, 3])
    const frame = dataFrame({ kind: 'binary', bytes }, 3, true, '')
    expect(frame).toMatchObject({ fin: true, opcode: 2, masked: true, payload: bytes })
  })

  it('is omitted if an extension may have changed it', () => {
    expect(dataFrame(text(5), 5, true, 'permessage-deflate')).toBeUndefined()
  })

  it('is omitted if the browser may have split it', () => {
    expect(dataFrame(text(131_000), 131_000, true, '')?.payload.length).toBe(131_000)
    expect(dataFrame(text(131_001), 131_001, true, '')).toBeUndefined()
  })
})

describe('a Close frame', () => {
  it('carries the code and the reason', () => {
    const { payload, opcode } = closeFrame(4001, 'bye', true)
    expect(opcode).toBe(8)
    expect([...payload]).toEqual([0x0f, 0xa1, 0x62, 0x79, 0x65])
  })

  it('is empty where no code was given', () => {
    expect(closeFrame(1005, '', false).payload).toHaveLength(0)
  })
})

describe('the opening handshake', () => {
  it('has what RFC 6455 requires, and no value for what is random', () => {
    const headers = new Map(requestHeaders('h:8080', ['a', 'b']))
    expect(headers.get('Host')).toBe('h:8080')
    expect(headers.get('Sec-WebSocket-Key')).toBe('')
    expect(headers.get('Sec-WebSocket-Protocol')).toBe('a, b')
    expect(headers.get('Origin')).toBe('null')
  })

  it('has the subprotocol and the extensions that were chosen', () => {
    const headers = new Map(responseHeaders('chat', 'permessage-deflate'))
    expect(headers.get('Sec-WebSocket-Accept')).toBe('')
    expect(headers.get('Sec-WebSocket-Protocol')).toBe('chat')
    expect(headers.get('Sec-WebSocket-Extensions')).toBe('permessage-deflate')
    expect(new Map(responseHeaders('', '')).has('Sec-WebSocket-Protocol')).toBe(false)
  })
})
