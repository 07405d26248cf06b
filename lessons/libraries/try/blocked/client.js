import { io } from 'socket.io-client'

const ws = new WebSocket('ws://localhost')
const socket = io('http://localhost')

setTimeout(() => {
  const inside = []
  if (ws.readyState === WebSocket.OPEN) inside.push('plain')
  if (socket.connected) inside.push('socket.io')
  console.log('in:', inside.join(' and ') || 'nobody')
  console.log('by', socket.io.engine?.transport.name)
  socket.close()
}, 3000)
