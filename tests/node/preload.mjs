/**
 * Runs first in a real Node: its server listens on a port that it is given, whatever the program
 * says, and what the program connects to leads there. Tells the test when it listens, and when all
 * connections are over.
 */
import { Server, Socket } from 'node:net'

const port = Number(process.env.TEST_PORT)
delete process.env.TEST_PORT
const { listen } = Server.prototype
const { connect } = Socket.prototype
const send = process.send?.bind(process)
const channel = process.channel
/** @type {Set<import('node:net').Socket>} */
const open = new Set()

/**
 * @this {import('node:net').Server}
 * @param {...unknown} values
 */
function listenElsewhere(...values) {
  this.once('listening', () => send?.('listening'))
  this.on('connection', (socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
  })
  const callback = values.find((value) => typeof value === 'function')
  return Reflect.apply(listen, this, [{ port, host: '127.0.0.1' }, callback])
}
/**
 * @this {import('node:net').Socket}
 * @param {...unknown} values
 */
function connectElsewhere(...values) {
  const [first] = values
  const options = Array.isArray(first) ? first[0] : first
  if (typeof options === 'object' && options !== null && 'port' in options) {
    // A port on which nothing listens stays one.
    if (Number(options.port) !== 1) options.port = port
    options.host = '127.0.0.1'
  }
  return Reflect.apply(connect, this, values)
}

Object.assign(Server.prototype, { listen: listenElsewhere })
Object.assign(Socket.prototype, { connect: connectElsewhere })

process.on('message', () => {
  const tell = () => {
    if (open.size > 0) setTimeout(tell, 5)
    else setTimeout(() => send?.('idle'), 20)
  }
  tell()
})
// It must not keep the program alive, nor be seen by it.
channel?.unref()
