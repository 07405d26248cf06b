import WebSocket, { WebSocketServer } from 'ws'

// How long a message takes there and back, measured by a client beside the server.
const server = new WebSocketServer({ port: 8080 })
server.on('connection', (socket) => {
  socket.on('message', (data) => socket.send(data))
})

server.on('listening', () => {
  const probe = new WebSocket('ws://localhost:8080/probe')
  let trips = 0
  const measure = () => probe.send(String(Date.now()))

  probe.on('open', measure)
  probe.on('message', (data) => {
    const took = Date.now() - Number(data)
    console.log('took a time:', Number.isFinite(took) && took >= 0, 'isBuffer', Buffer.isBuffer(data))
    trips += 1
    if (trips < 3) setTimeout(measure, 10)
    else probe.close()
  })
  probe.on('close', (code) => console.log('measured', trips, 'closed', code))
})
