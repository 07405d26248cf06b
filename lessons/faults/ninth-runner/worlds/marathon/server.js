// More than a hundred runners.
import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })
const finished = []
const watching = new Set()

server.on('connection', (socket) => {
  socket.on('message', (data) => {
    const after = Number(String(data).split(' ')[1])
    for (const line of finished.slice(after)) socket.send(line)
    watching.add(socket)
  })
  socket.on('close', () => watching.delete(socket))
})

const race = setInterval(() => {
  const number = finished.length + 1
  const line = JSON.stringify({ number: String(number), name: `runner ${number * 7}` })
  finished.push(line)
  for (const socket of watching) socket.send(line)
  if (number === 120) clearInterval(race)
}, 100)
