// Scenario: echo.
import { done, messages, next, open, say } from '../prelude.js'

const socket = open()
await next(socket, 'open')
const texts = ['Hello', '', '你好 😁', 'x'.repeat(125), 'x'.repeat(126), 'x'.repeat(65_536)]
for (const text of texts) socket.send(text)
const echoed = await messages(socket, texts.length)
say(
  'the same?',
  echoed.map((data, index) => data === texts[index]),
)
socket.close(1000, 'bye')
await next(socket, 'close')
done()
