import { io } from 'socket.io-client'

// Bo
const socket = io('http://localhost:8080')

socket.on('connect', async () => {
  const answer = await socket.emitWithAck('chat', 'Tea?')
  console.log('Bo’s message was', answer)
})

socket.on('chat', (text) => {
  console.log('Bo hears', text)
})
