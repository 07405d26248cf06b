// Scenario: echo.
import { attempt, done, host, next, say } from '../../conformance/prelude.js'

const url = `ws://${host}/`
const order = []
const socket = new WebSocket(url)
const all = () => [
  socket.url === url,
  socket.readyState,
  socket.bufferedAmount,
  socket.extensions,
  socket.protocol,
  socket.binaryType,
]
say('new', all())
for (const name of ['open', 'message', 'close', 'error']) {
  socket.addEventListener(name, (event) => {
    order.push(name)
    say(
      name,
      all(),
      event.isTrusted,
      event.bubbles,
      event.cancelable,
      event.composed,
      Object.prototype.toString.call(event),
      Object.keys(event),
      event.composedPath().length,
    )
  })
}
for (const value of ['arraybuffer', 'blob', 'text', '', null, 5]) {
  attempt(`binaryType ${String(value)}`, () => {
    socket.binaryType = value
    return socket.binaryType
  })
}
attempt('binaryType of an object', () => {
  let asked = 0
  socket.binaryType = { toString: () => ((asked += 1), 'arraybuffer') }
  return [socket.binaryType, asked]
})
attempt('binaryType of a symbol', () => {
  socket.binaryType = Symbol('x')
})
await next(socket, 'open')
for (const kind of ['blob', 'arraybuffer']) {
  socket.binaryType = kind
  socket.send(new Uint8Array([1, 2, 255]))
  const event = await next(socket, 'message')
  say(
    kind,
    event.data,
    event.data === event.data,
    event.origin === `ws://${host}`,
    event.lastEventId,
    event.source,
    event.ports,
  )
}
socket.send('x'.repeat(100_000))
say('in the same task', socket.bufferedAmount)
const { data, ports } = await next(socket, 'message')
say('large', data.length, ports === undefined, socket.bufferedAmount)
const buffers = []
socket.onmessage = ({ data }) => buffers.push(data)
socket.send(new Uint8Array(4))
await next(socket, 'message')
const [buffer] = buffers
say('transfer', structuredClone(buffer, { transfer: [buffer] }).byteLength, buffer.byteLength)
socket.close(4000, 'enough')
await next(socket, 'close')
say('order', order, all())
done()
