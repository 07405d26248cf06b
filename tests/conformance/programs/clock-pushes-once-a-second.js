// Scenario: clock-push, 10 times as fast.
import { done, host, messages, next, say } from '../prelude.js'

const socket = new WebSocket(`ws://${host}/`)
const received = (await messages(socket, 3)).map((text) => JSON.parse(text))
// Seconds that have gone by: as many times fewer as its timers run faster.
say(
  'numbers',
  received.map(({ number }) => Number.isInteger(number)),
)
say(
  'dates',
  received.map(({ time }) => new Date(time).toISOString() === time),
)
say('state', socket.readyState)
socket.close()
await next(socket, 'close')
done()
