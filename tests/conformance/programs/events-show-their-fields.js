// Scenario: echo.
import { done, host, next, say } from '../prelude.js'

function describe(event) {
  say(event.type, Object.prototype.toString.call(event), event.constructor.name)
  say('bubbles, cancelable, composed', event.bubbles, event.cancelable, event.composed)
  say(
    'target',
    event.target === socket,
    event.currentTarget === socket,
    event.srcElement === socket,
  )
  say('phase', event.eventPhase, event.composedPath().length, event.composedPath()[0] === socket)
  say('returnValue', event.returnValue, event.cancelBubble, event.defaultPrevented)
  event.preventDefault()
  say('after preventDefault', event.defaultPrevented, event.returnValue)
  say('timeStamp', typeof event.timeStamp, event.timeStamp > 0)
  say(
    'instance',
    event instanceof Event,
    event instanceof MessageEvent,
    event instanceof CloseEvent,
  )
}

const socket = new WebSocket(`ws://${host}/`)
socket.onopen = describe
socket.onmessage = (event) => {
  describe(event)
  const { data, origin, lastEventId, source, ports } = event
  say('fields', data, origin, lastEventId, source, ports.length, Object.isFrozen(ports))
}
socket.onclose = (event) => {
  describe(event)
  say('fields', event.code, event.reason, event.wasClean)
}
const opened = await next(socket, 'open')
say('afterwards', opened.target === socket, opened.currentTarget, opened.eventPhase)
say('path', opened.composedPath().length)
socket.send('Hello')
await next(socket, 'message')
socket.close(4000, 'bye')
await next(socket, 'close')
done()
