import { io } from 'socket.io-client'

// Ada
const socket = io('http://localhost:8080')

socket.on('connect', async () => {
  const answer = await socket.emitWithAck('chat', 'Hello')
  console.log('Ada’s message was', answer)
})

socket.on('chat', (text) => {
  console.log('Ada hears', text)
})
