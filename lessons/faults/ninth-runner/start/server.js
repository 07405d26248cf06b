import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })
const early = 'Ada Bo Cleo Dan Eve Finn'.split(' ')
const late = 'Gus Hana Ivo Jo Kim Leo'.split(' ')
const names = [...early, ...late]
const finished = []
const watching = new Set()

server.on('connection', (socket) => {
  socket.on('message', (data) => {
    const after = Number(String(data).split(' ')[1])
    const missed = finished.slice(after)
    for (const line of missed) socket.send(line)
    watching.add(socket)
  })
  socket.on('close', () => watching.delete(socket))
})

// One every 400 ms. The list of names is text.
const race = setInterval(() => {
  const number = String(finished.length + 1)
  const name = names[finished.length]
  const line = JSON.stringify({ number, name })
  finished.push(line)
  for (const socket of watching) socket.send(line)
  if (name === 'Leo') clearInterval(race)
}, 400)
