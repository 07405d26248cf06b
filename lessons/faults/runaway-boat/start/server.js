import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

server.on('connection', (socket) => {
  let missing = 200_000
  socket.on('message', (data, isBinary) => {
    if (!isBinary) {
      console.log(String(data))
      return
    }
    missing -= data.length
    if (missing > 0) return
    console.log('chart complete')
    missing = 200_000
  })
})
