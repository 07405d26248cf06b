/** 8. The untouched starter, and programs that did not start. */
import { deedKind } from './deed.ts'

const start = { 'client.js': "const ws = new WebSocket('wss://a')\n" }

export default deedKind({
  slug: 'untouched-or-not-started',
  start,
  tasks: [
    {
      id: 'say',
      checks: [{ id: 'said', type: 'count', of: { event: 'messageSent' }, atLeast: 1 }],
    },
    {
      id: 'quiet',
      checks: [{ id: 'no-error', type: 'never', of: { event: 'uncaughtError', side: 'any' } }],
    },
  ],
  deeds: {
    'the starter': [{ say: 'open: untouched', quiet: 'open: untouched' }, start],
    'an empty line more': [
      { say: 'failed in lesson: said', quiet: 'passed' },
      { 'client.js': `${start['client.js']}\n` },
    ],
    'a missing bracket': [
      { say: 'open: didNotStart client.js:3', quiet: 'open: didNotStart client.js:3' },
      "const ws = new WebSocket('wss://a')\nws.onopen = () => {\n  ws.send('a'))\n}\n",
    ],
    'two declarations': [
      { say: 'open: didNotStart client.js:2', quiet: 'open: didNotStart client.js:2' },
      "const ws = new WebSocket('wss://a')\nconst ws = 1\n",
    ],
    'a server that cannot be parsed': [
      { say: 'open: didNotStart server.js:2', quiet: 'open: didNotStart server.js:2' },
      {
        'client.js': "new WebSocket('wss://b')\n",
        'server.js': "import { WebSocketServer } from 'ws'\nlet = 1 1\n",
      },
    ],
    'a server that throws': [
      { say: 'open: didNotStart server.js:2', quiet: 'open: didNotStart server.js:2' },
      {
        'client.js': "new WebSocket('wss://b')\n",
        'server.js':
          "import { WebSocketServer } from 'ws'\nconst server = new WebSockets({ port: 8080 })\n",
      },
    ],
    'an error while it runs': [
      { say: 'failed in lesson: said', quiet: 'failed in lesson: no-error' },
      "const ws = new WebSocket('wss://a')\nws.onopen = () => ws.sendd('a')\n",
    ],
    'JSON that cannot be parsed, while it runs': [
      { say: 'failed in lesson: said', quiet: 'failed in lesson: no-error' },
      "const ws = new WebSocket('wss://a')\nws.onopen = () => ws.send(JSON.parse('{'))\n",
    ],
    'an endless loop': [
      { say: 'failed in lesson: said', quiet: 'failed in lesson: no-error' },
      "const ws = new WebSocket('wss://a')\nwhile (ws.readyState === 0) {}\nws.send('a')\n",
    ],
  },
})
