import WebSocket, { WebSocketServer } from 'ws'

// A client that gives a connection up if no ping comes in time.
const server = new WebSocketServer({ port: 8080 })
server.on('connection', (socket, { url }) => {
  if (url !== '/watched') {
    socket.send('nobody watches you')
    return
  }
  socket.ping()
  setTimeout(() => socket.ping(), 60)
})

server.on('listening', () => {
  const client = new WebSocket('ws://localhost:8080/watched')
  let patience
  const waitOn = () => {
    clearTimeout(patience)
    patience = setTimeout(() => {
      console.log('no ping any more')
      client.terminate()
    }, 300)
  }
  client.on('open', waitOn)
  client.on('ping', () => {
    console.log('ping')
    waitOn()
  })
  client.on('close', (code) => {
    clearTimeout(patience)
    console.log('closed', code)
  })
})
