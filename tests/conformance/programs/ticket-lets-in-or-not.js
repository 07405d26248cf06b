// Scenario: ticket-auth, 20 times as fast.
import { done, messages, next, open } from '../prelude.js'

const welcome = open()
await next(welcome, 'open')
welcome.send('{"type":"auth","ticket":"let-me-in"}')
await messages(welcome, 1)
welcome.send('Hello')
await messages(welcome, 1)
welcome.close()
await next(welcome, 'close')

const wrong = open()
await next(wrong, 'open')
wrong.send('{"type":"auth","ticket":"?"}')
await next(wrong, 'close')

const silent = open()
await next(silent, 'close')
done()
