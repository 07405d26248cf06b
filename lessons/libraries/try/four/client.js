import { createClient } from 'graphql-ws'
import Reconnecting from 'reconnecting-websocket'
import { io } from 'socket.io-client'

// Notes what each sends.
const sent = { 8081: [], 8082: [], 8083: [], 8084: [] }
const { send } = WebSocket.prototype
WebSocket.prototype.send = function (data) {
  sent[new URL(this.url).port].push(data)
  send.call(this, data)
}

const plain = new WebSocket('ws://localhost:8081')
plain.onopen = () => plain.send('Tea?')

const again = new Reconnecting('ws://localhost:8082')
again.onopen = () => again.send('Tea?')

const socket = io('http://localhost:8083', {
  transports: ['websocket'],
})
socket.emit('chat', 'Tea?')

const graphql = createClient({ url: 'ws://localhost:8084' })
const sink = { next() {}, error() {}, complete() {} }
const say = 'mutation { say(text: "Tea?") }'
graphql.subscribe({ query: 'subscription { chat }' }, sink)
graphql.subscribe({ query: say }, sink)

setTimeout(() => {
  const names = {
    8082: 'reconnecting-websocket',
    8083: 'socket.io',
    8084: 'graphql-ws',
  }
  for (const port in names) {
    const last = sent[port].at(-1)
    const same = String(sent[port]) === String(sent[8081])
    console.log(`${names[port]}: ${last.length} bytes`)
    if (same) console.log('just like plain:', names[port])
  }
  again.close()
  socket.close()
  void graphql.dispose()
}, 2000)
