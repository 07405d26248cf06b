// Scenario: echo.
import { done, host, next, say } from '../prelude.js'

const socket = new WebSocket(`ws://${host}/`)
socket.onopen = function (...args) {
  say('handler', this === socket, args.length, args[0].type)
  return false
}
socket.addEventListener('open', function (...args) {
  say('listener', this === socket, args.length)
  return false
})
const object = {
  handleEvent(...args) {
    say('object', this === object, args.length)
  },
}
socket.addEventListener('open', object)
const { defaultPrevented } = await next(socket, 'open')
say('defaultPrevented', defaultPrevented)
done()
