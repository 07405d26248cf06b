// Eight headlines, one every half second; from the one after `after` to who comes back.
import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })
const headlines = []
const readers = new Set()
const tell = (socket, headline) => socket.send(JSON.stringify(headline))

server.on('connection', (socket) => {
  socket.on('message', (data) => {
    const { after } = JSON.parse(String(data))
    for (const headline of headlines.slice(after)) tell(socket, headline)
    readers.add(socket)
  })
  socket.on('close', () => readers.delete(socket))
})

for (let number = 1; number <= 8; number += 1)
  setTimeout(() => {
    headlines.push({ number, text: `headline ${number}` })
    for (const socket of readers) tell(socket, headlines[number - 1])
  }, 500 * number)
