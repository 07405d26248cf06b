import { EventEmitter, on, once } from 'events'
import { WebSocketServer } from 'ws'
const wss = new WebSocketServer({ port: 8080 })
await once(wss, 'listening')
console.log('listening')
const [first] = await once(wss, 'connection')
first.send('first')
let count = 0
for await (const [data] of on(first, 'message', { close: ['close'] })) {
  console.log('message', data.toString())
  first.send(`${++count}`)
}
console.log('no more')
const emitter = new EventEmitter({ captureRejections: false })
emitter.setMaxListeners(1)
console.log(emitter.getMaxListeners(), emitter.eventNames(), EventEmitter.defaultMaxListeners)
emitter.once('error', (e) => console.log('error event', e.message))
emitter.emit('error', new Error('told'))
try {
  emitter.emit('error', new Error('untold'))
} catch (e) {
  console.log('thrown', e.message)
}
