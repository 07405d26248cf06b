// Scenario: echo.
import { attempt, done, host } from '../prelude.js'

const lists = [
  '',
  ' ',
  'chat',
  'Chat',
  'a,b',
  'a b',
  'a/b',
  'a=b',
  'é',
  '"x"',
  'x\u0000',
  'x\u007f',
  "!#$%&'*+-.^_`|~09azAZ",
  '(',
  ')',
  '<',
  '@',
  '[',
  '\\',
  '{',
  ['a', 'b'],
  ['a', 'a'],
  ['a', 'A'],
  ['a', 'b', 'a'],
  ['a', ''],
  [''],
  [' a'],
  ['('],
  ['a', 'a', '('],
]
for (const protocols of lists) {
  attempt(JSON.stringify(protocols), () => {
    const socket = new WebSocket(`ws://${host}/`, protocols)
    socket.close()
    return socket.protocol
  })
}
attempt('the URL is checked first', () => new WebSocket('ftp://x', ['a', 'a']))
done()
