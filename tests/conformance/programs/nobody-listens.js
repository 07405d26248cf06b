// Scenario: none.
import { done, next, open, say } from '../prelude.js'

const socket = open()
say('state', socket.readyState)
await next(socket, 'close')
done()
