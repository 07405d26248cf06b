// Scenario: origin-check.
import { done, next, open, say } from '../prelude.js'

say('origin', origin)
const socket = open()
await next(socket, 'close')
done()
