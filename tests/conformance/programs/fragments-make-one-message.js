// Scenario: fragments.
import { done, messages, next, open } from '../prelude.js'

const socket = open()
await messages(socket, 1)
socket.close(3000)
await next(socket, 'close')
done()
