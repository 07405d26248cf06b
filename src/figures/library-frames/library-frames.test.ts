import { createClient } from 'graphql-ws'
import { expect, it, vi } from 'vitest'
import { frameOf, LIBRARIES, type Library, type Moment } from './library-frames.ts'

const payloadOf = (library: Library, moment: Moment, text = '') =>
  frameOf(library, moment, text)
    ?.stretches.map((stretch) => stretch.text)
    .join('')

const TEXTS = ['Tea?', '', 'He said "1 < 2"', 'a\\b', '茶?', '\n']

it('sends the text itself where nothing is put around it', () => {
  for (const text of TEXTS) {
    expect(payloadOf('WebSocket', 'message', text)).toBe(text)
    expect(payloadOf('reconnecting-websocket', 'message', text)).toBe(text)
  }
})

it('sends an event of socket.io, of which the text can be read again', () => {
  for (const text of TEXTS) {
    const payload = payloadOf('socket.io-client', 'message', text) ?? ''
    expect(payload.slice(0, 2)).toBe('42')
    expect(JSON.parse(payload.slice(2))).toEqual(['chat', text])
  }
})

it('sends what the client of graphql-ws does, but for the id', async () => {
  const sent: string[] = []
  class Socket {
    static CONNECTING = 0
    static OPEN = 1
    static CLOSING = 2
    static CLOSED = 3
    readyState = Socket.OPEN
    protocol = 'graphql-transport-ws'
    onopen = () => undefined
    onmessage = (event: { readonly data: string }) => void event
    constructor() {
      queueMicrotask(() => this.onopen())
    }
    send(data: string) {
      sent.push(data)
      if (sent.length === 1) this.onmessage({ data: '{"type":"connection_ack"}' })
    }
    close() {
      this.readyState = Socket.CLOSED
    }
  }
  for (const text of TEXTS) {
    sent.length = 0
    const client = createClient({ url: 'ws://x', webSocketImpl: Socket })
    const query = `mutation { say(text: ${JSON.stringify(text)}) }`
    const sink = { next: vi.fn(), error: vi.fn(), complete: vi.fn() }
    client.subscribe({ query }, sink)
    await vi.waitFor(() => expect(sent).toHaveLength(2))
    const [opening, message = ''] = sent
    expect(payloadOf('graphql-ws', 'open')).toBe(opening)
    const ours = payloadOf('graphql-ws', 'message', text) ?? ''
    const id = /"id":"[^"]+"/u
    expect(ours.replace(id, '')).toBe(message.replace(id, ''))
    expect(ours).toHaveLength(message.length)
  }
})

it('counts octets: of UTF-8, of the longer length, and of the masking key', () => {
  expect(frameOf('WebSocket', 'message', '茶')).toMatchObject({ payload: 3, header: 6 })
  const sizes = LIBRARIES.map((library) => frameOf(library, 'message', 'Tea?'))
  expect(sizes.map((frame) => frame?.payload)).toEqual([4, 4, 17, 119])
  const long = frameOf('graphql-ws', 'message', 'Tea, or coffee?')
  expect(long).toMatchObject({ payload: 130, header: 8 })
})

it('is silent where a plain WebSocket is, and answers pings in two ways', () => {
  expect(LIBRARIES.map((library) => frameOf(library, 'quiet', '')?.kind)).toEqual([
    undefined,
    undefined,
    'text',
    'pong',
  ])
  expect(frameOf('WebSocket', 'open', '')).toBeNull()
})
