// Scenario: echo.
import { done, host, next, say } from '../prelude.js'

const sockets = Array.from({ length: 5 }, (_, index) => new WebSocket(`ws://${host}/${index}`))
await Promise.all(sockets.map((socket) => next(socket, 'open')))
const echoed = await Promise.all(
  sockets.map(async (socket, index) => {
    socket.send(`socket ${index}`)
    return (await next(socket, 'message')).data
  }),
)
say('echoed', echoed)
const codes = await Promise.all(
  sockets.map(async (socket, index) => {
    socket.close(4000 + index)
    return (await next(socket, 'close')).code
  }),
)
say('codes', codes)
done()
