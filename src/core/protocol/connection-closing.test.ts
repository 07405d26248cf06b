import { describe, expect, test } from 'vitest'
import { Connection } from './index.ts'
import { exampleKey, octets, play } from './testing/dialogue.ts'
import { client, holds, key, noKey, server } from './testing/holds.ts'

describe('the closing handshake', () => {
  holds('the peer begins: the server answers with the code and closes the transport', server, [
    `>> 88 85 ${noKey} 03e8 "bye"`,
    '** close 1000 "bye"',
    '<< 88 02 03e8',
    '<< end',
  ])
  holds('the peer begins: the client answers and waits for the end', client, [
    '>> 88 02 03e9',
    '** close 1001 ""',
    `<< 88 82 ${key} 34 13`,
    '>> end',
    '<< end',
  ])
  holds('a client answers with the reason too, as browsers do', client, [
    '>> 88 05 03e9 "bye"',
    '** close 1001 "bye"',
    `<< 88 85 ${key} 34 13 43 44 52`,
    '>> end',
    '<< end',
  ])
  holds('a Close frame without a code is 1005 and answered without one', server, [
    `>> 88 80 ${noKey}`,
    '** close 1005 ""',
    '<< 88 00',
    '<< end',
  ])
  holds('the server begins, and closes the transport after the answer', server, [
    (connection) => connection.sendClose(1000, 'bye'),
    '<< 88 05 03e8 "bye"',
    `>> 88 82 ${noKey} 03e8`,
    '** close 1000 ""',
    '<< end',
    '>> end',
  ])
  holds('the client begins, and waits for the end after the answer', client, [
    (connection) => connection.sendClose(),
    `<< 88 80 ${key}`,
    '>> 88 00',
    '** close 1005 ""',
    '>> end',
    '<< end',
  ])
  holds('an end without a Close frame is 1006', client, [
    '>> 81',
    '>> end',
    '** close 1006 ""',
    '<< end',
    '>> end',
  ])
  holds('an end after only our Close frame is 1006', server, [
    (connection) => connection.sendClose(),
    '<< 88 00',
    '>> end',
    '** close 1006 ""',
    '<< end',
  ])
  holds('what arrives after the Close frame is ignored', server, [
    `>> 88 80 ${noKey} 89 80 ${noKey} ff`,
    '** close 1005 ""',
    '<< 88 00',
    '<< end',
    `>> 88 80 ${noKey}`,
  ])
  holds('messages and pings are heard until the peer answers our Close frame', server, [
    (connection) => connection.sendClose(),
    '<< 88 00',
    `>> 81 81 ${noKey} "a" 89 80 ${noKey}`,
    '** message "a"',
    '** ping',
    '<< 8a 00',
    (connection) => connection.sendPing(),
    '<< 89 00',
  ])

  test('a message before the Close frame, in one chunk with it, can be answered', () => {
    const { connection } = play(server, [])
    connection.receiveData(octets(`81 81 ${noKey} "a" 88 80 ${noKey}`))
    expect(connection.state).toBe('closing')
    connection.sendText('b')
    expect(connection.dataToSend()).toEqual([octets('81 01 "b"'), octets('88 00'), octets('')])
    expect(() => connection.sendText('c')).toThrow('closing: no message')
    expect(() => connection.sendPing()).toThrow('closing: no frame')
  })

  test('the answer still goes out when the peer has closed its side', () => {
    const { connection } = play(client, [])
    connection.receiveData(octets('88 00'))
    connection.receiveEof()
    expect(connection.state).toBe('closed')
    expect(connection.dataToSend()).toEqual([octets(`88 80 ${key}`), octets('')])
  })

  test('every code that may be on the wire is accepted, every other one fails', () => {
    for (let code = 0; code <= 0xffff; code++) {
      const allowed =
        (code >= 1000 && code <= 1003) ||
        (code >= 1007 && code <= 1014) ||
        (code >= 3000 && code <= 4999)
      const connection = new Connection({ ...client, randomBytes: () => exampleKey })
      connection.receiveData(Uint8Array.of(0x88, 2, code >> 8, code & 0xff))
      const found = connection.events().at(-1)
      const says = found?.type === 'error' ? found.section : found?.type === 'close' && found.code
      if (says !== (allowed ? code : 'RFC 6455 §7.4')) throw new Error(`${code} gives ${says}`)
    }
  })

  test('both Close frames are there to be read', () => {
    const { connection } = play(server, [])
    expect([connection.closeSent, connection.closeReceived]).toEqual([undefined, undefined])
    connection.sendClose(3000, 'a')
    expect(connection.closeSent).toEqual({ code: 3000, reason: 'a' })
    connection.receiveData(octets(`88 80 ${noKey}`))
    expect(connection.closeReceived).toEqual({ code: 1005, reason: '' })
  })

  test('the state goes from open to closing to closed', () => {
    const { connection } = play(server, [])
    expect(connection.state).toBe('open')
    connection.sendClose()
    expect(connection.state).toBe('closing')
    connection.receiveData(octets(`88 80 ${noKey}`))
    expect(connection.state).toBe('closing')
    connection.receiveEof()
    expect(connection.state).toBe('closed')
  })
})
