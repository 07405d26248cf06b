/** A small client for each scenario, so that each kind of traffic is seen. */
import type { VirtualNetwork } from '../../src/in-page-network/network.ts'

type Program = (network: VirtualNetwork) => void

const SERVER = 'ws://localhost:8080'

/** Sends these once it is open, and closes after a given number of answers. */
const sending =
  (messages: readonly (string | Uint8Array<ArrayBuffer>)[], answers: number, path = '/'): Program =>
  ({ WebSocket }) => {
    const socket = new WebSocket(SERVER + path)
    let received = 0
    socket.onopen = () => {
      for (const message of messages) socket.send(message)
    }
    socket.onmessage = () => {
      received += 1
      if (received === answers) socket.close(1000, 'enough')
    }
  }

/** One socket a path or subprotocol list, nothing but its handshake and what the server does. */
const opening =
  (...sockets: readonly { readonly path?: string; readonly protocols?: string[] }[]): Program =>
  ({ WebSocket }) => {
    for (const { path = '/', protocols = [] } of sockets) {
      const socket = new WebSocket(SERVER + path, protocols)
      socket.onmessage = () => socket.close()
    }
  }

const octets = (length: number) =>
  Uint8Array.from({ length }, (_, index) => (index * 7 + (index >> 8)) & 0xff)

export const SCENARIO_PROGRAMS: Readonly<Record<string, Program>> = {
  'ask-answer': sending(
    [JSON.stringify({ type: 'ask', id: 1, name: 'Ada' }), JSON.stringify({ type: 'say' }), 'what?'],
    4,
  ),
  binary: sending([octets(1), octets(125), octets(126), octets(70_000)], 8),
  'black-hole': ({ WebSocket, clientGlobals }) => {
    const socket = new WebSocket(SERVER)
    const timer = clientGlobals.setInterval(() => socket.send('anybody there?'), 4_000)
    socket.onclose = () => clientGlobals.clearInterval(timer)
    clientGlobals.setTimeout(() => socket.close(), 20_000)
  },
  'chat-room': sending(
    [JSON.stringify({ type: 'join', name: 'Ada' }), JSON.stringify({ type: 'message', text: '?' })],
    4,
  ),
  'clock-push': sending([], 3),
  'close-4001': sending(['hello'], 2),
  'close-empty': sending(['hello'], 1),
  'close-twice': sending(['hello'], 1),
  compression: (network) => {
    sending(['Hello Hello Hello Hello', 'again '.repeat(2_000), octets(3_000)], 3)(network)
    sending(['plain '.repeat(100)], 1, '/off')(network)
  },
  echo: sending(['', 'Hello', 'é€😁', 'x'.repeat(126), octets(65_536)], 5),
  fragments: sending([], 1),
  'frame-reader': sending([Uint8Array.of(0x81, 0x80, 1, 2, 3, 4), 'text'], 2),
  'idle-cut': sending(['once'], 2),
  'numbered-chat': ({ WebSocket }) => {
    let last = 0
    const connect = () => {
      const socket = new WebSocket(SERVER)
      socket.onopen = () => socket.send(JSON.stringify({ type: 'resume', after: last }))
      socket.onmessage = ({ data }) => {
        const { number } = JSON.parse(String(data)) as { readonly number: number }
        last = number
        if (number === 20) socket.close()
      }
      socket.onclose = () => {
        if (last < 20) connect()
      }
    }
    connect()
  },
  'origin-check': opening({}),
  'raw-echo': sending(['Hello', octets(100)], 2),
  reject: opening({ path: '/401' }, { path: '/403' }, { path: '/302' }, { path: '/200' }),
  'server-ping': ({ WebSocket, clientGlobals }) => {
    const socket = new WebSocket(SERVER)
    clientGlobals.setTimeout(() => socket.close(), 35_000)
  },
  'slow-accept': sending(['late'], 1),
  // tshark unmasks no more than 256 KiB of a frame.
  'slow-reader': sending([octets(200_000), octets(200_000)], 2),
  subprotocol: opening(
    { protocols: ['v1.chat', 'v2.chat'] },
    { path: '/none', protocols: ['v1.chat'] },
    {},
  ),
  'tcp-drop': sending(['1', '2', '3'], 5),
  'ticket-auth': (network) => {
    sending([JSON.stringify({ type: 'auth', ticket: 'let-me-in' }), 'in'], 2)(network)
    sending(['let me in'], 2)(network)
  },
  unstable: ({ WebSocket }) => {
    const connect = () => {
      const socket = new WebSocket(SERVER)
      socket.onopen = () => socket.send('here I am')
      socket.onmessage = () => socket.close()
      socket.onclose = ({ wasClean }) => {
        if (!wasClean) connect()
      }
    }
    connect()
  },
  violations: (network) => {
    for (const violation of ['masked', 'reserved', 'utf8', 'oversized'])
      sending([violation], 1)(network)
  },
  'wrong-accept': opening({}),
}
