// Scenario: echo.
import { done, next, open, say } from '../prelude.js'

const farewells = [
  [],
  [undefined],
  [1000],
  [3000],
  [4999, ''],
  [4000, 'you and me'],
  [1000, 'é€😁'],
  [1000, 'x'.repeat(123)],
  [1000, 'a\ud800b'],
  ['4001', 17],
  [1000.4, undefined],
]
for (const farewell of farewells) {
  const socket = open()
  await next(socket, 'open')
  socket.close(...farewell)
  say('state', socket.readyState)
  await next(socket, 'close')
}
done()
