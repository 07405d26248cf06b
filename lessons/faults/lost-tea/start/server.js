import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })
let guests = 0

server.on('connection', (socket) => {
  guests += 1
  if (guests === 1) {
    setTimeout(() => socket.close(1012, 'restart'), 140)
  }
  socket.on('message', (drink) => {
    socket.send(drink + ' is coming')
  })
})
