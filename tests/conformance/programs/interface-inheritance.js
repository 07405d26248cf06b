// Scenario: echo.
import { attempt, done, host, say } from '../prelude.js'

const socket = new WebSocket(`ws://${host}/`)
say('instanceof', socket instanceof WebSocket, socket instanceof EventTarget)
say('chain', Object.getPrototypeOf(WebSocket) === EventTarget)
say('chain', Object.getPrototypeOf(WebSocket.prototype) === EventTarget.prototype)
say('constructor', socket.constructor === WebSocket)
say('text', String(socket), String(WebSocket.prototype), Object.prototype.toString.call(socket))
say('source', String(WebSocket))
say('source of send', /^function send\(\) \{ \[native code\] \}$/.test(WebSocket.prototype.send))
say('typeof', typeof WebSocket, typeof socket)
say('own addEventListener', Object.hasOwn(WebSocket.prototype, 'addEventListener'))
say('inherits addEventListener', socket.addEventListener === EventTarget.prototype.addEventListener)
attempt('without new', () => WebSocket(`ws://${host}/`))
attempt('call', () => WebSocket.call(socket, `ws://${host}/`))
attempt('new on the prototype', () => new WebSocket.prototype.send())
done()
