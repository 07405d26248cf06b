import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })
const visits = new Map()
let latest = 0

server.on('connection', (socket) => {
  socket.on('message', (data) => {
    const { type, name, to } = JSON.parse(data)
    if (type === 'here') {
      latest += 1
      visits.set(latest, { name, socket })
      const visit = latest
      socket.once('close', () => visits.delete(visit))
    } else {
      const mine = [...visits.values()]
      const found = mine.reverse().find((visit) => {
        return visit.name === to
      })
      found?.socket.send('it rings')
      const yes = `${to} is called`
      socket.send(found ? yes : `nobody is there as ${to}`)
    }
  })
})
