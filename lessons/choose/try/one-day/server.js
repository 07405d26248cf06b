// One warning, at noon. Counts the bytes of a day.
import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

const HOUR = 60 * 60 * 1000
const sockets = { polling: new Set(), WebSocket: new Set() }
let warning = ''

const server = createServer((request, response) => {
  sockets.polling.add(request.socket)
  response.setHeader('Access-Control-Allow-Origin', '*')
  response.end(warning)
})

const room = new WebSocketServer({ server })
room.on('connection', (socket, request) => {
  sockets.WebSocket.add(request.socket)
  // Nobody in between shall take it for idle.
  setInterval(() => socket.ping(), 30_000)
})

setTimeout(() => {
  warning = 'Frost tonight.'
  for (const client of room.clients) {
    client.send(warning)
  }
}, 12 * HOUR)

setTimeout(report, 24 * HOUR - 1000)

function report() {
  const polling = bytesOf(sockets.polling)
  const socket = bytesOf(sockets.WebSocket)
  console.log('bytes:', polling, 'and', socket)
  const winner = polling < socket ? 'polling' : 'WebSocket'
  console.log(winner, 'needs fewer')
}

function bytesOf(all) {
  let sum = 0
  for (const socket of all) {
    sum += socket.bytesRead + socket.bytesWritten
  }
  return sum
}

server.listen(8080)
