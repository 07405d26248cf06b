// Scenario: echo.
import { attempt, done, next, open, say } from '../prelude.js'

const socket = open()
await next(socket, 'open')
attempt('a wrong code', () => socket.close(1001))
say('state', socket.readyState)
attempt('the first', () => socket.close(3001, 'first'))
attempt('the second', () => socket.close(3002, 'second'))
attempt('a wrong code', () => socket.close(2))
attempt('a long reason', () => socket.close(3000, 'x'.repeat(124)))
say('state', socket.readyState)
await next(socket, 'close')
attempt('afterwards', () => socket.close(3003))
attempt('afterwards, a wrong code', () => socket.close(3))
say('state', socket.readyState)
done()
