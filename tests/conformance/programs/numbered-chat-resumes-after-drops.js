// Scenario: numbered-chat, 5 times as fast.
import { done, host, next, say } from '../prelude.js'

// How many messages one connection gets depends on when it comes; all together they are these.
const numbers = new Set()
const codes = new Set()
while (numbers.size < 20) {
  const socket = new WebSocket(`ws://${host}/`)
  await next(socket, 'open')
  let last = 0
  while (numbers.has(last + 1)) last += 1
  socket.send(JSON.stringify({ type: 'resume', after: last }))
  socket.onmessage = ({ data }) => {
    numbers.add(JSON.parse(data).number)
    if (numbers.size === 20) socket.close()
  }
  const { code } = await next(socket, 'close')
  // After the last number the client's close() and the server's drop may race.
  if (numbers.size < 20) codes.add(code)
}
say(
  'numbers',
  Array.from(numbers).sort((one, other) => one - other),
)
say('codes', Array.from(codes))
done()
