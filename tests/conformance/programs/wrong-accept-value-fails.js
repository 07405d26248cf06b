// Scenario: wrong-accept.
import { done, next, open } from '../prelude.js'

const socket = open()
await next(socket, 'close')
done()
