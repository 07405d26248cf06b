import { WebSocketServer } from 'ws'

const got = []

const server = new WebSocketServer({ port: 8080 })
server.on('connection', (socket) => {
  socket.on('message', (data) => {
    got.push(String(data))
    socket.send('ack')
  })
})

setTimeout(() => console.log('got:', ...got), 2000)
