// Scenario: echo.
import { attempt, done, drained, messages, next, open, say } from '../prelude.js'

const socket = open()
socket.binaryType = 'arraybuffer'
await next(socket, 'open')
const bytes = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8)
const values = {
  'a string': 'text',
  'an empty string': '',
  'a number': 42,
  'not a number': NaN,
  'minus zero': -0,
  null: null,
  undefined: undefined,
  true: true,
  'a bigint': 12n,
  'an object': {},
  'an array': [1, [2, 3]],
  'an object with text': { toString: () => 'own text' },
  'a regular expression': /x/,
  'a lone surrogate': 'a\ud800b',
  'a lone low surrogate': '\udc00',
  'a pair': '\ud83d\ude00',
  'an ArrayBuffer': bytes.buffer,
  'an empty ArrayBuffer': new ArrayBuffer(0),
  'a Uint8Array': bytes,
  'a part of it': bytes.subarray(2, 5),
  'a Uint16Array': Uint16Array.of(1, 256),
  'a Float64Array': Float64Array.of(1.5),
  'a DataView': new DataView(bytes.buffer, 1, 3),
  'a Blob': new Blob(['abc']),
  'an empty Blob': new Blob([]),
  'a File': new File(['file'], 'name.txt', { type: 'text/plain' }),
  'a String object': new String('boxed'),
  'URL parameters': new URLSearchParams({ a: '1' }),
}
for (const [what, value] of Object.entries(values)) {
  attempt(what, () => socket.send(value))
  say('bufferedAmount', socket.bufferedAmount)
  await messages(socket, 1)
  await drained(socket)
}
attempt('a symbol', () => socket.send(Symbol('x')))
attempt('nothing', () => socket.send())
attempt('an object without text', () => socket.send(Object.create(null)))
attempt('an object that throws', () =>
  socket.send({
    toString() {
      throw new RangeError('no text')
    },
  }),
)
attempt('two arguments', () => socket.send('one', 'two'))
await messages(socket, 1)
await drained(socket)
say('state', socket.readyState, socket.bufferedAmount)
done()
