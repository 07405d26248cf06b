// Scenario: ends.
import { done, messages, next, open } from '../prelude.js'

const bystander = open()
await next(bystander, 'open')
const socket = open()
await next(socket, 'open')
const closed = [next(bystander, 'close'), next(socket, 'close')]
socket.send('timer')
await messages(socket, 1)
await Promise.all(closed)
const late = open()
await next(late, 'close')
done()
