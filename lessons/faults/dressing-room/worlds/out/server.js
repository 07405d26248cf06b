import { createServer } from 'node:http'
import { randomUUID } from 'node:crypto'
import { WebSocketServer } from 'ws'

// A ticket is good for one use, and for ten seconds.
const LIFETIME = 10_000
const tickets = new Set()

const http = createServer((request, response) => {
  response.setHeader('Access-Control-Allow-Origin', '*')
  if (!isIn) {
    response.writeHead(401).end()
    return
  }
  const ticket = randomUUID().slice(0, 8)
  tickets.add(ticket)
  setTimeout(() => tickets.delete(ticket), LIFETIME)
  response.end(ticket)
})

// At five seconds the actor is logged out.
let isIn = true
setTimeout(() => {
  isIn = false
}, 5000)

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
