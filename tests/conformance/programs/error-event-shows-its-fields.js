// Scenario: wrong-accept.
import { done, host, next, say } from '../prelude.js'

const socket = new WebSocket(`ws://${host}/`)
socket.onerror = (event) => {
  say(event.type, event.constructor.name, Object.prototype.toString.call(event))
  say('bubbles, cancelable, composed', event.bubbles, event.cancelable, event.composed)
  say('message', event.message, 'error' in event, 'code' in event)
  say('state', socket.readyState)
}
await next(socket, 'close')
done()
