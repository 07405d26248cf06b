// Scenario: echo.
import { done, host, next, say } from '../prelude.js'

const urls = [
  `ws://${host}/path?query`,
  `http://${host}/`,
  `ws://${host}:80/`,
  `ws://${host}:8080/`,
  `ws://user:secret@${host}/`,
]
for (const url of urls) {
  const socket = new WebSocket(url)
  await next(socket, 'open')
  socket.send('x')
  const { origin } = await next(socket, 'message')
  say('origin', origin, socket.url)
  socket.close()
}
done()
