// Scenario: echo.
import { done, host, say } from '../prelude.js'

const socket = new WebSocket(`ws://${host}/`)
for (const holder of [WebSocket, WebSocket.prototype]) {
  for (const name of ['CONNECTING', 'OPEN', 'CLOSING', 'CLOSED']) {
    say(name, Object.getOwnPropertyDescriptor(holder, name))
  }
}
say('on an instance', socket.CONNECTING, socket.OPEN, socket.CLOSING, socket.CLOSED)
say('own', Object.getOwnPropertyNames(socket), Object.getOwnPropertySymbols(socket).length)
done()
