// Scenario: echo.
import { done, host, next, say } from '../prelude.js'

const socket = new WebSocket(`ws://${host}/`)
const order = []
socket.addEventListener('open', () => order.push('listener'))
socket.addEventListener('open', () => order.push('captured'), true)
socket.onopen = () => order.push('handler')
await next(socket, 'open')
say('order', order)

// The same function, once for each phase.
const calls = []
const listen = ({ eventPhase }) => calls.push(eventPhase)
socket.addEventListener('message', listen)
socket.addEventListener('message', listen, true)
socket.addEventListener('message', listen, { capture: true })
socket.send('x')
await next(socket, 'message')
say('phases', calls)
socket.removeEventListener('message', listen)
socket.send('x')
await next(socket, 'message')
say('phases', calls)
done()
