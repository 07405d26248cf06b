import { expect, test } from 'vitest'
import { Connection, encodeFrame, Opcode } from './index.ts'
const key = Uint8Array.of(0x37, 0xfa, 0x21, 0x3d)
const hex = (b: Uint8Array) => [...b].map((x) => x.toString(16).padStart(2, '0')).join(' ')
test('a client masks its text as in RFC 6455 §5.7', () => {
  const client = new Connection({ role: 'client', randomBytes: () => key })
  client.sendText('Hello')
  expect(client.dataToSend().map(hex)).toEqual(['81 85 37 fa 21 3d 7f 9f 4d 51 58'])
})
test('a server reads it, in one chunk or octet by octet', () => {
  for (const cut of [1, 100]) {
    const server = new Connection({ role: 'server', randomBytes: () => key })
    const bytes = encodeFrame({
      opcode: Opcode.Text,
      maskingKey: key,
      payload: new TextEncoder().encode('Hello'),
    })
    for (let i = 0; i < bytes.length; i += cut) server.receiveData(bytes.subarray(i, i + cut))
    expect(server.events().map((e) => (e.type === 'message' ? e.data : e.type))).toEqual([
      'frame',
      'Hello',
    ])
    server.receiveData(
      encodeFrame({ opcode: Opcode.Close, maskingKey: key, payload: Uint8Array.of(3, 232) }),
    )
    expect(server.events()).toMatchObject([
      { type: 'frame' },
      { type: 'close', code: 1000, reason: '' },
    ])
    expect(server.dataToSend().map(hex)).toEqual(['88 02 03 e8', ''])
    expect(server.state).toBe('closing')
    server.receiveEof()
    expect(server.state).toBe('closed')
  }
})
