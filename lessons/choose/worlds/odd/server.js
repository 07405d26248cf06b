// A clock that counts oddly, and not evenly.
import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

let number = 20
const listeners = new Set()

setInterval(() => {
  number += Math.random() < 0.5 ? 3 : 11
  const text = JSON.stringify({ type: 'time', number })
  for (const tell of listeners) tell(text)
}, 600)

const server = createServer((request, response) => {
  response.setHeader('Access-Control-Allow-Origin', '*')
  if (request.url === '/events') {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' })
    response.flushHeaders()
    listen(response, (text) => response.write(`id: ${number}\ndata: ${text}\n\n`))
  } else {
    response.setHeader('Content-Type', 'application/json')
    response.end(JSON.stringify({ type: 'time', number }))
  }
})

new WebSocketServer({ server }).on('connection', (socket) => {
  listen(socket, (text) => socket.send(text))
})

function listen(connection, tell) {
  listeners.add(tell)
  connection.on('close', () => listeners.delete(tell))
}

server.listen(8080)
