import { createServer } from 'node:http'
import { randomUUID } from 'node:crypto'
import { WebSocketServer } from 'ws'

// A ticket is good for one use, and for one second.
const LIFETIME = 1000
const tickets = new Set()

const http = createServer((request, response) => {
  const ticket = randomUUID().slice(0, 8)
  tickets.add(ticket)
  setTimeout(() => tickets.delete(ticket), LIFETIME)
  response.setHeader('Access-Control-Allow-Origin', '*')
  response.end(ticket)
})

const server = new WebSocketServer({ server: http })

server.on('connection', (socket) => {
  socket.once('message', (data) => {
    const [, ticket] = String(data).split(' ')
    if (tickets.delete(ticket)) show(socket)
    else socket.close(4401, 'No such ticket')
  })
})

http.listen(8080)

function show(socket) {
  let cue = 1
  socket.send('here is the stage')
  const timer = setInterval(() => {
    socket.send(`cue ${cue}`)
    cue += 1
  }, 900)
  socket.on('close', () => clearInterval(timer))
}
