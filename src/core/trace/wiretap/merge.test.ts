// Long because each rule of the merge is one test with the rows it makes, written out.
import { describe, expect, it } from 'vitest'
import { EventStreamValidator } from '../schema.ts'
import { asciiMessage, type EventSketch } from '../testing/sketch.ts'
import type { TraceFrame } from '../event.ts'
import {
  closing,
  frame,
  hello,
  made,
  masked,
  maskedHello,
  Meeting,
  Opcode,
  opened,
  request,
  response,
} from './testing/meeting.ts'

const reconstructed = { provenance: 'reconstructed' } as const

function madeUp(opcode: number, isMasked: boolean, payload: Uint8Array): TraceFrame {
  const [fin, rsv1, rsv2, rsv3] = [true, false, false, false]
  const header = Uint8Array.of(0x80 | opcode, (isMasked ? 0x80 : 0) | payload.length)
  return { fin, rsv1, rsv2, rsv3, opcode, masked: isMasked, header, payload }
}

/** `send('Hello')` as the sandbox reports it, with what follows there. */
function sends(at: number, first: number): EventSketch[] {
  return [
    { type: 'apiCall', api: 'WebSocket', method: 'send', arguments: [], at },
    { type: 'messageSent', ...asciiMessage('Hello'), cause: first },
    { type: 'frameSent', ...reconstructed, frame: madeUp(1, true, hello), cause: first + 1 },
  ]
}

function receives(at: number, first: number): EventSketch[] {
  return [
    { type: 'frameReceived', ...reconstructed, frame: madeUp(1, false, hello), at },
    { type: 'messageReceived', ...asciiMessage('Hello'), cause: first },
    { type: 'eventFired', eventType: 'message', listeners: 1, cause: first + 1 },
  ]
}

/** A socket that has opened: rows 0 to 11. */
function open(meeting = new Meeting()): Meeting {
  meeting.program(1, ...made(0))
  meeting.bytes(2, 'client', request.bytes)
  meeting.bytes(3, 'server', response.bytes)
  meeting.program(5, ...opened(4))
  meeting.sync()
  return meeting
}

describe('TraceMerge', () => {
  it('joins the opening handshake: real heads, and arrows from end to end', () => {
    const meeting = open()
    expect(meeting.rows).toEqual([
      '0@0 client apiCall constructor',
      '1@0 client created <0',
      '2@0 client readyStateChanged 0 <1',
      '3@0 client willSendHandshakeRequest <1',
      `4@0 client bytesSent ${request.bytes.length} <3`,
      `5@2 server bytesReceived ${request.bytes.length} <4`,
      '6@3 server handshakeResponseSent 101 <5',
      `7@3 server bytesSent ${response.bytes.length} <6`,
      `8@4 client bytesReceived ${response.bytes.length} <7`,
      '9@4 client handshakeResponseReceived 101 <8',
      '10@4 client readyStateChanged 1 <9',
      '11@4 client eventFired open <9',
    ])
    const [, , , asked, , , , , , answered] = meeting.events
    expect(asked).toMatchObject({
      target: '/lab/echo',
      headers: request.head.headers,
      byteLength: request.bytes.length,
    })
    expect(answered).toMatchObject({ headers: response.head.headers })
  })

  it('gives a sent message the frame that the server read, masking key and all', () => {
    const meeting = open()
    meeting.program(10, ...sends(8, 7))
    meeting.bytes(9, 'client', maskedHello)
    meeting.sync()
    meeting.program(20)
    expect(meeting.rows.slice(12)).toEqual([
      '12@8 client apiCall send',
      '13@8 client messageSent <12',
      '14@8 client bytesSent 11 <13',
      '15@8 client frameSent 1 6+5 <13',
      '16@9 server bytesReceived 11 <14',
      '17@9 server frameReceived 1 6+5 <15',
      '18@9 server messageReceived <13',
    ])
    expect(meeting.events[14]).toMatchObject({ data: maskedHello })
    expect(meeting.events[15]).toMatchObject({
      frame: { masked: true, payload: hello, header: maskedHello.subarray(0, 6) },
    })
  })

  it('gives a received message its frames, and the server its sending', () => {
    const meeting = open()
    meeting.bytes(8, 'server', frame(Opcode.Text, hello.subarray(0, 2), { fin: false }))
    meeting.bytes(8.5, 'server', frame(Opcode.Continuation, hello.subarray(2)))
    meeting.program(10, ...receives(9, 7))
    meeting.sync()
    expect(meeting.rows.slice(12)).toEqual([
      '12@8 server bytesSent 4',
      '13@8 server frameSent 1+ 2+2 <12',
      '14@8.5 server bytesSent 5',
      '15@8.5 server frameSent 0 2+3 <14',
      '16@8.5 server messageSent <15',
      '17@9 client bytesReceived 4 <12',
      '18@9 client frameReceived 1+ 2+2 <13',
      '19@9 client bytesReceived 5 <14',
      '20@9 client frameReceived 0 2+3 <15',
      '21@9 client messageReceived <16',
      '22@9 client eventFired message <21',
    ])
  })

  it('shows what the browser did by itself as reconstructed, between what the server saw', () => {
    const meeting = open()
    const payload = Uint8Array.of(1, 2)
    meeting.bytes(10, 'server', frame(Opcode.Ping, payload))
    meeting.bytes(12, 'client', masked(Opcode.Pong, payload))
    meeting.program(20)
    expect(meeting.rows.slice(12)).toEqual([
      '12@10 server bytesSent 4',
      '13@10 server frameSent 9 2+2 <12',
      '14@11 client ~bytesReceived 4 <12',
      '15@11 client ~frameReceived 9 2+2 <13',
      '16@11 client ~bytesSent 8 <15',
      '17@11 client ~frameSent 10 6+2 <15',
      '18@12 server bytesReceived 8 <16',
      '19@12 server frameReceived 10 6+2 <17',
    ])
  })

  it('leaves a ping without an answer at the server', () => {
    const meeting = open()
    meeting.bytes(10, 'server', frame(Opcode.Ping, new Uint8Array()))
    meeting.program(20)
    expect(meeting.rows.slice(12)).toEqual([
      '12@10 server bytesSent 2',
      '13@10 server frameSent 9 2+0 <12',
    ])
  })

  it('joins a closing that the program began', () => {
    const meeting = open()
    const bye = closing(1000, 'bye')
    meeting.program(
      10,
      { type: 'apiCall', api: 'WebSocket', method: 'close', arguments: [], at: 8 },
      { type: 'readyStateChanged', from: 1, to: 2, cause: 7 },
      { type: 'frameSent', ...reconstructed, frame: madeUp(8, true, bye), cause: 7 },
    )
    meeting.bytes(9, 'client', masked(Opcode.Close, bye))
    meeting.bytes(9.5, 'server', frame(Opcode.Close, bye))
    meeting.ended(9.6, 'server')
    meeting.program(
      12,
      { type: 'frameReceived', ...reconstructed, frame: madeUp(8, false, bye), at: 11 },
      { type: 'transportClosed', ...reconstructed, how: 'fin', by: 'server' },
      { type: 'readyStateChanged', from: 2, to: 3, cause: 11 },
      { type: 'closed', code: 1000, reason: 'bye', wasClean: true },
      { type: 'eventFired', eventType: 'close', listeners: 1, cause: 13 },
    )
    meeting.sync()
    expect(meeting.rows.slice(12)).toEqual([
      '12@8 client apiCall close',
      '13@8 client readyStateChanged 2 <12',
      '14@8 client bytesSent 11 <12',
      '15@8 client frameSent 8 6+5 <12',
      '16@9 server bytesReceived 11 <14',
      '17@9 server frameReceived 8 6+5 <15',
      '18@9.5 server bytesSent 7',
      '19@9.5 server frameSent 8 2+5 <17',
      '20@9.6 server transportClosed fin by server',
      '21@11 client bytesReceived 7 <18',
      '22@11 client frameReceived 8 2+5 <19',
      '23@11 client ~transportClosed fin by server <20',
      '24@11 client readyStateChanged 3 <23',
      '25@11 client closed',
      '26@11 client eventFired close <25',
    ])
    expect(meeting.merge.isComplete).toBe(true)
  })

  it('joins a closing that the server began: the browser answers it before the program knows', () => {
    const meeting = open()
    const kicked = closing(4001, 'kicked')
    meeting.bytes(10, 'server', frame(Opcode.Close, kicked))
    meeting.bytes(11, 'client', masked(Opcode.Close, closing(4001, '')))
    meeting.ended(11.5, 'server')
    meeting.program(
      14,
      { type: 'frameReceived', ...reconstructed, frame: madeUp(8, false, kicked), at: 12 },
      { type: 'readyStateChanged', ...reconstructed, from: 1, to: 2, cause: 7 },
      { type: 'frameSent', ...reconstructed, frame: madeUp(8, true, closing(4001, '')), cause: 7 },
      { type: 'transportClosed', ...reconstructed, how: 'fin', by: 'server' },
      { type: 'readyStateChanged', from: 2, to: 3, cause: 10 },
      { type: 'closed', code: 4001, reason: 'kicked', wasClean: true },
      { type: 'eventFired', eventType: 'close', listeners: 1, cause: 12 },
    )
    meeting.sync()
    expect(meeting.rows.slice(12)).toEqual([
      '12@10 server bytesSent 10',
      '13@10 server frameSent 8 2+8 <12',
      '14@10.5 client ~bytesReceived 10 <12',
      '15@10.5 client ~frameReceived 8 2+8 <13',
      '16@10.5 client ~bytesSent 8 <15',
      '17@10.5 client ~frameSent 8 6+2 <15',
      '18@11 server bytesReceived 8 <16',
      '19@11 server frameReceived 8 6+2 <17',
      '20@11.5 server transportClosed fin by server',
      '21@12 client ~readyStateChanged 2 <15',
      '22@12 client ~transportClosed fin by server <20',
      '23@12 client readyStateChanged 3 <22',
      '24@12 client closed',
      '25@12 client eventFired close <24',
    ])
  })

  it('says how the server refused, which the browser hides', () => {
    const meeting = new Meeting()
    meeting.program(1, ...made(0))
    meeting.bytes(2, 'client', request.bytes)
    const refusal = new TextEncoder().encode(
      'HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n',
    )
    meeting.bytes(3, 'server', refusal)
    meeting.ended(3.5, 'server')
    meeting.program(
      5,
      { type: 'readyStateChanged', from: 0, to: 3, at: 4 },
      { type: 'eventFired', eventType: 'error', listeners: 1 },
      { type: 'closed', code: 1006, reason: '', wasClean: false },
      { type: 'eventFired', eventType: 'close', listeners: 1, cause: 6 },
    )
    meeting.sync()
    expect(meeting.rows.slice(6)).toEqual([
      '6@3 server handshakeResponseSent 401 <5',
      `7@3 server bytesSent ${refusal.length} <6`,
      '8@3.5 server transportClosed fin by server',
      `9@4 client bytesReceived ${refusal.length} <7`,
      '10@4 client handshakeResponseReceived 401 <9',
      '11@4 client ~frameError RFC 6455 §4.1 response item 1 <10',
      '12@4 client ~transportClosed fin by server <8',
      '13@4 client readyStateChanged 3',
      '14@4 client eventFired error',
      '15@4 client closed',
      '16@4 client eventFired close <15',
    ])
  })

  it('names the rule that a frame of the server broke', () => {
    const meeting = open()
    meeting.bytes(8, 'server', masked(Opcode.Text, hello))
    meeting.ended(9, 'client', 'rst')
    meeting.program(
      12,
      { type: 'readyStateChanged', from: 1, to: 3, at: 10 },
      { type: 'eventFired', eventType: 'error', listeners: 0 },
      { type: 'closed', code: 1006, reason: '', wasClean: false },
    )
    meeting.sync()
    expect(meeting.rows.slice(12, 19)).toEqual([
      '12@8 server bytesSent 11',
      '13@8 server frameSent 1 6+5 <12',
      '14@9 server transportClosed rst by client',
      '15@10 client ~bytesReceived 11 <12',
      '16@10 client ~frameReceived 1 6+5 <13',
      '17@10 client ~frameError RFC 6455 §5.1 <16',
      '18@10 client readyStateChanged 3',
    ])
  })

  it('holds what a program sent until the server reports it, and no longer than its patience', () => {
    const meeting = open()
    meeting.program(10, ...sends(8, 7))
    meeting.sync()
    expect(meeting.rows.at(-1)).toBe('12@8 client apiCall send')
    meeting.wait(249)
    expect(meeting.rows).toHaveLength(13)
    meeting.wait(1)
    expect(meeting.rows.slice(13)).toEqual([
      '13@8 client messageSent <12',
      '14@8 client ~frameSent 1 2+5 <13',
    ])
    meeting.bytes(262, 'client', maskedHello)
    meeting.program(300)
    expect(meeting.rows.slice(15)).toEqual([
      '15@262 server bytesReceived 11 <14',
      '16@262 server frameReceived 1 6+5 <14',
      '17@262 server messageReceived <13',
    ])
  })

  it('waits for a request that a busy browser is slow to send', () => {
    const meeting = new Meeting()
    meeting.program(1, ...made(0))
    meeting.sync()
    meeting.wait(4900)
    expect(meeting.rows.at(-1)).toBe('2@0 client readyStateChanged 0 <1')
    meeting.bytes(4901, 'client', request.bytes)
    meeting.program(4910)
    expect(meeting.rows.slice(3)).toEqual([
      '3@0 client willSendHandshakeRequest <1',
      `4@0 client bytesSent ${request.bytes.length} <3`,
      `5@4901 server bytesReceived ${request.bytes.length} <4`,
    ])
  })

  it('waits no longer for a request once its socket has failed', () => {
    const meeting = new Meeting()
    meeting.program(1, ...made(0))
    meeting.sync()
    meeting.program(10, { type: 'readyStateChanged', from: 0, to: 3, at: 9 })
    meeting.sync()
    meeting.wait(240)
    expect(meeting.rows).toHaveLength(3)
    meeting.wait(1)
    expect(meeting.rows.slice(3)).toEqual([
      '3@0 client ~willSendHandshakeRequest <1',
      '4@9 client readyStateChanged 3',
    ])
  })

  it('shows a frame once that arrived before the sandbox reported it', () => {
    const meeting = open()
    const [call, message, sent] = sends(8, 7)
    if (call === undefined || message === undefined || sent === undefined) throw new Error()
    meeting.program(10, call, message, { ...sent, at: 8.4 })
    meeting.bytes(8.2, 'client', maskedHello)
    meeting.sync()
    expect(meeting.rows.slice(14)).toEqual([
      '14@8 client bytesSent 11 <13',
      '15@8 client frameSent 1 6+5 <13',
      '16@8.2 server bytesReceived 11 <14',
      '17@8.2 server frameReceived 1 6+5 <15',
      '18@8.2 server messageReceived <13',
    ])
    // And so with the next.
    meeting.program(20, ...sends(18, 10))
    meeting.bytes(19, 'client', maskedHello)
    meeting.sync()
    expect(meeting.rows.filter((row) => row.includes('client frameSent'))).toHaveLength(2)
  })

  it('shows a Close frame once, though its recording came too late', () => {
    const meeting = open()
    const body = closing(1000, '')
    meeting.program(
      10,
      { type: 'apiCall', api: 'WebSocket', method: 'close', arguments: [], at: 8 },
      { type: 'frameSent', ...reconstructed, frame: madeUp(8, true, body), cause: 7 },
    )
    meeting.wait(6000)
    meeting.bytes(6012, 'client', masked(Opcode.Close, body))
    meeting.program(6100)
    expect(meeting.rows.slice(13)).toEqual([
      '13@8 client ~frameSent 8 2+2 <12',
      '14@6012 server bytesReceived 8 <13',
      '15@6012 server frameReceived 8 6+2 <13',
    ])
  })

  it('waits for a program that keeps its page busy: nothing arrives that was not sent', () => {
    const meeting = new Meeting()
    meeting.bytes(2, 'client', request.bytes)
    meeting.bytes(3, 'server', response.bytes)
    meeting.wait(1000)
    expect(meeting.rows).toEqual([])
    meeting.program(1000, ...made(0))
    meeting.sync()
    expect(meeting.rows.slice(3, 6)).toEqual([
      '3@0 client willSendHandshakeRequest <1',
      `4@0 client bytesSent ${request.bytes.length} <3`,
      `5@2 server bytesReceived ${request.bytes.length} <4`,
    ])
  })

  it('does not wait for what the lab server lost', () => {
    const meeting = open()
    meeting.report({ type: 'lost', connectionId: 'ws-1', time: 5008, bytes: 4096 })
    meeting.program(10, ...sends(8, 7))
    meeting.program(12, ...receives(11, 10))
    meeting.sync()
    expect(meeting.rows.slice(12)).toEqual([
      '12@8 client apiCall send',
      '13@8 client messageSent <12',
      '14@8 client ~frameSent 1 2+5 <13',
      '15@11 client ~frameReceived 1 2+5',
      '16@11 client messageReceived <15',
      '17@11 client eventFired message <16',
    ])
    expect(meeting.merge.lost).toBe(4096)
  })

  it('passes on the sandbox’s events where there is no wiretap', () => {
    const meeting = new Meeting()
    meeting.merge.endServer()
    meeting.program(5, ...made(0), ...opened(4))
    meeting.program(10, ...sends(8, 7))
    expect(meeting.rows.filter((row) => row.includes('server'))).toEqual([])
    expect(meeting.rows).toHaveLength(10)
  })

  it('leaves a socket alone that was not routed', () => {
    const meeting = new Meeting()
    const own = made(0).map(({ ...event }) => {
      if ('routedTo' in event) delete event.routedTo
      return event
    })
    meeting.program(5, ...own)
    meeting.sync()
    expect(meeting.rows.at(-1)).toBe('3@0 client ~willSendHandshakeRequest <1')
  })

  it('keeps causes before effects though the server’s clock is off', () => {
    const meeting = open()
    meeting.program(10, ...sends(8, 7))
    // The server's clock shows 4 ms less than it should, then 30 more.
    meeting.bytes(4, 'client', maskedHello)
    meeting.bytes(30, 'server', frame(Opcode.Text, hello))
    meeting.program(12, ...receives(11, 10))
    meeting.sync()
    const kinds = meeting.rows.slice(15).map((row) => row.replace(/^\d+|<\d+$/g, '').trim())
    expect(kinds).toEqual([
      '@8 client frameSent 1 6+5',
      '@8 server bytesReceived 11',
      '@8 server frameReceived 1 6+5',
      '@8 server messageReceived',
      '@11 server bytesSent 7',
      '@11 server frameSent 1 2+5',
      '@11 server messageSent',
      '@11 client bytesReceived 7',
      '@11 client frameReceived 1 2+5',
      '@11 client messageReceived',
      '@11 client eventFired message',
    ])
  })

  it('matches the messages of two connections each with its own', () => {
    const meeting = open()
    const other = { connectionId: 'ws-2' } as const
    meeting.program(7, ...made(6).map((event) => ({ ...event, ...other })))
    meeting.bytes(6.5, 'client', request.bytes, 'ws-2')
    meeting.bytes(6.6, 'server', response.bytes, 'ws-2')
    meeting.bytes(8, 'server', frame(Opcode.Text, hello), 'ws-2')
    meeting.bytes(8.1, 'server', frame(Opcode.Binary, hello))
    meeting.program(12, ...receives(11, 11).map((event) => ({ ...event, ...other })))
    meeting.sync()
    const received = meeting.events.find((event) => event.type === 'messageReceived')
    expect(received).toMatchObject(other)
    const cause = meeting.events[received?.cause ?? -1]
    expect(cause).toMatchObject({ type: 'messageSent', side: 'server', ...other })
  })

  it('makes a trace that a log takes: no gap, no step back, no effect before its cause', () => {
    const meeting = open()
    meeting.program(10, ...sends(8, 7))
    meeting.bytes(9, 'client', maskedHello)
    meeting.bytes(9.5, 'server', frame(Opcode.Text, hello))
    meeting.program(12, ...receives(10, 10))
    meeting.sync()
    expect(meeting.events.length).toBeGreaterThan(20)
    expect(new EventStreamValidator().accept(meeting.events)).toMatchObject({ ok: true })
  })
})
