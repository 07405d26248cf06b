import { Server } from 'socket.io'

const io = new Server(8080)

io.on('connection', (socket) => {
  socket.emit('chat', 'Welcome to the tea room')
  socket.on('chat', (text, answer) => {
    console.log('heard:', text)
    socket.broadcast.emit('chat', text)
    // There if the sender wants to know.
    answer?.('seen')
  })
})

setTimeout(() => io.emit('chat', 'Still there?'), 60_000)
