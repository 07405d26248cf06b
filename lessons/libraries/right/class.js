import { io } from 'socket.io-client'

class ByHand {
  constructor(host) {
    this.events = new EventTarget()
    this.ws = new WebSocket(`ws://${host}/socket.io/?EIO=4&transport=websocket`)
    this.ws.onmessage = (event) => this.take(event.data)
  }

  take(packet) {
    if (packet === '2') this.ws.send('3')
    else if (packet[0] === '0') this.ws.send('40')
    else if (packet.slice(0, 2) === '40') this.emit('chat', 'Hello')
    else if (packet.slice(0, 2) === '42') {
      const [name, text] = JSON.parse(packet.slice(2))
      console.log(`Ada: ${name}, ${text}`)
    }
  }

  emit(...event) {
    this.ws.send('42' + JSON.stringify(event))
  }
}

new ByHand('localhost:8080')
const socket = io('ws://localhost:8080', { transports: ['websocket'] })
socket.onAny((_name, text) => console.log('Bo:', text))
const answer = await socket.timeout(5000).emitWithAck('chat', 'Tea?')
console.log(answer)
socket.io.on('reconnect', () => console.log('again'))
