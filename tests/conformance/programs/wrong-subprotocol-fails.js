// Scenario: wrong-accept.
import { done, next, open, say } from '../prelude.js'

const socket = open('/', ['chat', 'superchat'])
await next(socket, 'close')
say('protocol', socket.protocol, socket.extensions, socket.url)
done()
