import { expect, it } from 'vitest'
import { explained, unreadable } from './unreadable.ts'

/** Where acorn or a browser would stop is on the last line. */
const ofText = (source: string) =>
  unreadable(source, { line: source.split('\n').length, column: 1 })

it.each<[what: string, source: string, found: object]>([
  [
    'curly quotes',
    'const ws = 1\nws.send(“hello”)',
    { kind: 'curlyQuotes', what: '“', line: 2, column: 9 },
  ],
  [
    'a single curly quote',
    'new WebSocket(‘ws://x’)',
    { kind: 'curlyQuotes', what: '‘', line: 1, column: 15 },
  ],
  ['curly quotes on a line before', 'send(“a\n)', { kind: 'curlyQuotes', line: 1 }],
  ['a space without width', 'const a\u200B = 1', { kind: 'invisible', what: 'U+200B', column: 8 }],
  ['a mark of direction', 'ws.send(1)\u202E', { kind: 'invisible', what: 'U+202E' }],
  ['a request', 'GET /chat HTTP/1.1\nHost: server.example.com', { kind: 'httpHead' }],
  ['a response', 'HTTP/1.1 101 Switching Protocols', { kind: 'httpHead', line: 1 }],
  ['a header', 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==', { kind: 'httpHead' }],
  ['a signature of a manual', 'new WebSocket(url [, protocols])', { kind: 'signature' }],
  ['one with question marks', 'websocket.close(code?, reason?)', { kind: 'signature' }],
  ['one with a type', 'websocket.send(data): void', { kind: 'signature' }],
  ['IDL', 'interface WebSocket : EventTarget {', { kind: 'signature' }],
  ['a type', 'interface Message { text: string', { kind: 'typescript' }],
  ['a type of a parameter', 'function f(a: string) {', { kind: 'typescript' }],
  ['a decorator', '@WebSocketGateway()\nclass A', { kind: 'typescript', line: 1 }],
  ['a fence', '```js\nconst a = 1', { kind: 'fence', line: 1 }],
  ['a command', 'npm install ws', { kind: 'command', what: 'npm install ws' }],
  ['a prompt', '$ node server.js', { kind: 'command' }],
])('a text that is no program is told by its name: %s', (_what, source, found) => {
  expect(ofText(source)).toMatchObject(found)
})

it.each([
  ['a lost bracket', "ws.send('hi'"],
  ['quotation marks within a string', "log('he said “hi”'; )"],
  ['an object', 'const a = { b: c, d: new E() ;'],
  ['a choice', 'a ? b : c )'],
])('any other mistake is the browser’s to tell: %s', (_what, source) => {
  expect(ofText(source)).toBeNull()
})

it.each<[what: string, source: string, thrown: [string, string], found: object]>([
  [
    'require in the browser',
    "const io = require('socket.io-client')",
    ['ReferenceError', 'require is not defined'],
    { kind: 'require', what: 'socket.io-client', line: 1, column: 12 },
  ],
  [
    'a dynamic import',
    "await import('./chat.js')",
    ['TypeError', 'Failed to fetch dynamically imported module: ./chat.js'],
    { kind: 'dynamicImport', what: './chat.js' },
  ],
  [
    'what another block defines',
    'rooms.get(1)',
    ['ReferenceError', 'rooms is not defined'],
    { kind: 'undeclared', what: 'rooms', column: 1 },
  ],
  [
    'in the words of Safari',
    'rooms.get(1)',
    ['ReferenceError', "Can't find variable: rooms"],
    { kind: 'undeclared', what: 'rooms' },
  ],
])('an exception is told by what the line shows: %s', (_what, source, [name, message], found) => {
  expect(explained(source, { name, message, line: 1 }, 'client.js')).toMatchObject(found)
})

it('any other exception is told as it is', () => {
  const thrown = { name: 'TypeError', message: 'a is not a function', line: 1 }
  expect(explained('a()', thrown, 'client.js')).toBeNull()
})
