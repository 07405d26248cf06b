// Scenario: echo.
import { done, next, open, say } from '../prelude.js'

const socket = open()
await next(socket, 'open')
for (let number = 1; number <= 5; number += 1) socket.send(`message ${number}`)
socket.close()
say('state', socket.readyState)
await next(socket, 'close')
done()
