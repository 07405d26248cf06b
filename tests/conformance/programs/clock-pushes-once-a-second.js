// Scenario: clock-push, 10 times as fast.
import { done, host, messages, next, say } from '../prelude.js'

const socket = new WebSocket(`ws://${host}/`)
const received = (await messages(socket, 3)).map((text) => JSON.parse(text))
say(
  'numbers',
  received.map(({ number }) => number),
)
say(
  'dates',
  received.map(({ time }) => new Date(time).toISOString() === time),
)
say('state', socket.readyState)
socket.close()
await next(socket, 'close')
done()
