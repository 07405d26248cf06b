import { Server } from 'socket.io'

const io = new Server(8080, {
  pingInterval: 4000,
  pingTimeout: 2000,
})

io.on('connection', (socket) => {
  socket.emit('chat', 'The kettle is broken')
  socket.on('chat', (text, answer) => {
    console.log('heard:', text)
    socket.broadcast.emit('chat', text)
    answer?.('poured')
  })
})

setTimeout(() => io.emit('chat', 'Last orders'), 15_000)
