// Eight headlines, one every half second; to who comes back, at least the latest three.
import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })
const headlines = []
const readers = new Set()
const tell = (socket, headline) => socket.send(JSON.stringify(headline))

server.on('connection', (socket) => {
  socket.on('message', (data) => {
    const { after } = JSON.parse(String(data))
    const from = Math.max(0, Math.min(after, headlines.length - 3))
    for (const headline of headlines.slice(from)) tell(socket, headline)
    readers.add(socket)
  })
  socket.on('close', () => readers.delete(socket))
})

for (let number = 1; number <= 8; number += 1)
  setTimeout(() => {
    headlines.push({ number, text: `headline ${number}` })
    for (const socket of readers) tell(socket, headlines[number - 1])
  }, 500 * number)
