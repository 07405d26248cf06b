// Sends the last ten again, whatever was asked for.
import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })
const finished = []
const watching = new Set()

server.on('connection', (socket) => {
  socket.on('message', () => {
    for (const line of finished.slice(-10)) socket.send(line)
    watching.add(socket)
  })
  socket.on('close', () => watching.delete(socket))
})

const race = setInterval(() => {
  const number = finished.length + 1
  const line = JSON.stringify({ number: String(number), name: `walker ${number * 7}` })
  finished.push(line)
  for (const socket of watching) socket.send(line)
  if (number === 24) clearInterval(race)
}, 250)
