// Puts the letters together as they arrive.
import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

let posted = ''
let sent = ''

const server = createServer((request, response) => {
  request.on('data', (letter) => (posted += letter))
  request.on('end', () => {
    response.setHeader('Access-Control-Allow-Origin', '*')
    response.end()
  })
})

const sockets = new WebSocketServer({ server })
sockets.on('connection', (socket) => {
  socket.on('message', (letter) => (sent += letter))
})

setTimeout(() => {
  console.log(sent, 'from the messages')
  console.log(posted, 'from the requests')
}, 3000)

server.listen(8080)
