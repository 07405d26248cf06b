// Scenario: echo.
import { attempt, done, host } from '../prelude.js'

const codes = [
  0,
  1,
  999,
  1000,
  1001,
  1002,
  1003,
  1004,
  1005,
  1006,
  1007,
  1011,
  1015,
  1016,
  2000,
  2999,
  3000,
  3999,
  4000,
  4999,
  5000,
  65_535,
  65_536,
  66_536,
  -1,
  1000.4,
  1000.5,
  999.5,
  1000.6,
  2999.5,
  4999.5,
  NaN,
  Infinity,
  -Infinity,
  '1000',
  '3000.2',
  'x',
  '',
  true,
  false,
  null,
  [],
  [4000],
  {},
  { valueOf: () => 3500 },
  '0xbb8',
  1e3,
]
for (const code of codes) {
  attempt(`close(${JSON.stringify(code)} ${String(code)})`, () => {
    const socket = new WebSocket(`ws://${host}/`)
    socket.close(code)
    return socket.readyState
  })
}

const tryOut = (what, ...args) =>
  attempt(what, () => {
    const socket = new WebSocket(`ws://${host}/`)
    socket.close(...args)
    return socket.readyState
  })
tryOut('no argument')
tryOut('undefined', undefined)
tryOut('undefined twice', undefined, undefined)
tryOut('undefined and a reason', undefined, 'bye')
tryOut('undefined and an empty reason', undefined, '')
tryOut('a bigint', 1000n)
tryOut('a symbol', Symbol('x'))
tryOut('a symbol as reason', 1000, Symbol('x'))
tryOut('no text as reason', 1000, Object.create(null))
tryOut('null as reason', 1000, null)
tryOut('a number as reason', 1000, 5)
tryOut('a wrong code and a long reason', 1001, 'x'.repeat(124))
tryOut('123 octets', 1000, 'x'.repeat(123))
tryOut('124 octets', 1000, 'x'.repeat(124))
tryOut('123 octets, 41 characters', 1000, '€'.repeat(41))
tryOut('124 octets, 42 characters', 1000, `${'€'.repeat(41)}x`)
tryOut('123 octets with a pair', 1000, `${'😁'.repeat(30)}€`)
tryOut('124 octets of pairs', 1000, '😁'.repeat(31))
tryOut('lone surrogates, 123 octets', 1000, '\ud800'.repeat(41))
tryOut('lone surrogates, 126 octets', 1000, '\ud800'.repeat(42))
tryOut('three arguments', 4000, 'x', 'y')
done()
