import type { Step } from './step.ts'

/** Written by `npx vitest run src/figures/state-machine -u`, and proved by the same test. */
export const STEPS_OF_WAYS: readonly Step[] = [
  {
    move: 'construct',
    from: null,
    to: 0,
    told: [],
    printed: [],
    wire: [{ kind: 'line', isOut: true, text: 'GET / HTTP/1.1' }],
  },
  {
    move: 'accept',
    from: 0,
    to: 1,
    told: [{ kind: 'open' }],
    printed: [],
    wire: [{ kind: 'line', isOut: false, text: 'HTTP/1.1 101 Switching Protocols' }],
  },
  {
    move: 'refuse',
    from: 0,
    to: 3,
    told: [{ kind: 'error' }, { kind: 'close', code: 1006, wasClean: false }],
    printed: [
      "WebSocket connection to 'ws://chat.example/' failed: Error during WebSocket handshake: Unexpected response code: 403",
    ],
    wire: [
      { kind: 'line', isOut: false, text: 'HTTP/1.1 403 Forbidden' },
      { kind: 'tcp', by: 'client' },
    ],
  },
  {
    move: 'drop',
    from: 0,
    to: 3,
    told: [{ kind: 'error' }, { kind: 'close', code: 1006, wasClean: false }],
    printed: [
      "WebSocket connection to 'ws://chat.example/' failed: Connection closed before receiving a handshake response",
    ],
    wire: [{ kind: 'tcp', by: 'network' }],
  },
  {
    move: 'close',
    from: 0,
    to: 2,
    told: [],
    printed: [
      "WebSocket connection to 'ws://chat.example/' failed: WebSocket is closed before the connection is established.",
    ],
    wire: [{ kind: 'tcp', by: 'client' }],
  },
  {
    move: 'nextTask',
    from: 2,
    to: 3,
    told: [{ kind: 'error' }, { kind: 'close', code: 1006, wasClean: false }],
    printed: [],
    wire: [],
  },
  {
    move: 'close',
    from: 1,
    to: 2,
    told: [],
    printed: [],
    wire: [
      { kind: 'frame', isOut: true, text: 'CLOSE', octets: '88 80 49 b6 97 30', isLost: false },
    ],
  },
  {
    move: 'answer',
    from: 2,
    to: 3,
    told: [{ kind: 'close', code: 1005, wasClean: true }],
    printed: [],
    wire: [
      { kind: 'frame', isOut: false, text: 'CLOSE', octets: '88 00', isLost: false },
      { kind: 'tcp', by: 'server' },
    ],
  },
  {
    move: 'drop',
    from: 2,
    to: 3,
    told: [{ kind: 'close', code: 1006, wasClean: false }],
    printed: [],
    wire: [{ kind: 'tcp', by: 'network' }],
  },
  {
    move: 'serverCloses',
    from: 1,
    to: 2,
    told: [],
    printed: [],
    wire: [
      { kind: 'frame', isOut: false, text: 'CLOSE 1000', octets: '88 02 03 e8', isLost: false },
      {
        kind: 'frame',
        isOut: true,
        text: 'CLOSE 1000',
        octets: '88 82 49 b6 97 30 4a 5e',
        isLost: false,
      },
    ],
  },
  {
    move: 'endTcp',
    from: 2,
    to: 3,
    told: [{ kind: 'close', code: 1000, wasClean: true }],
    printed: [],
    wire: [{ kind: 'tcp', by: 'server' }],
  },
  {
    move: 'drop',
    from: 1,
    to: 3,
    told: [{ kind: 'close', code: 1006, wasClean: false }],
    printed: [],
    wire: [{ kind: 'tcp', by: 'network' }],
  },
  { move: 'pullCable', from: 1, to: 1, told: [], printed: [], wire: [{ kind: 'silence' }] },
  {
    move: 'close',
    from: 1,
    to: 2,
    told: [],
    printed: [],
    wire: [
      { kind: 'frame', isOut: true, text: 'CLOSE', octets: '88 80 49 b6 97 30', isLost: true },
    ],
  },
  {
    move: 'timeOut',
    from: 2,
    to: 3,
    told: [{ kind: 'close', code: 1006, wasClean: false }],
    printed: [],
    wire: [],
  },
]
