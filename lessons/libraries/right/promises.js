import { io } from 'socket.io-client'

const ws = new WebSocket('ws://localhost:8080/socket.io/?EIO=4&transport=websocket')
const packets = new ReadableStream({
  start(controller) {
    ws.onmessage = ({ data }) => controller.enqueue(data)
    ws.onclose = () => controller.close()
  },
})

async function ada() {
  const reader = packets.getReader()
  for (;;) {
    const { value, done } = await reader.read()
    if (done) return
    if (value.startsWith('42')) console.log(JSON.parse(value.slice(2)).at(-1))
    if (value.startsWith('40')) ws.send('42["chat","Hello"]')
    if (value.startsWith('0')) ws.send('40')
    if (value.startsWith('2')) ws.send('3')
  }
}

function bo() {
  const socket = io('http://localhost:8080')
  socket.on('chat', (text) => console.log('Bo:', text))
  socket.on('connect', () => {
    socket.emit('chat', 'Tea?', (answer) => console.log('answer:', answer))
  })
}

void ada()
bo()
