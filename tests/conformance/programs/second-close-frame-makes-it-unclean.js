// Scenario: close-twice.
import { done, host, next, say } from '../prelude.js'

const socket = new WebSocket(`ws://${host}/`)
let errors = 0
socket.onerror = () => (errors += 1)
await next(socket, 'open')
socket.send('something')
const { code, reason, wasClean } = await next(socket, 'close')
say('close', code, reason, wasClean, 'errors', errors)
done()
