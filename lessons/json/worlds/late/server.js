// Answers in another order, one of them only just in time and one too late.
import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })
const delays = new Map([
  ['Ada', 200],
  ['Bo', 1500],
  ['Cy', 2800],
])

server.on('connection', (socket) => {
  const taken = new Set()
  const reply = (message) => socket.send(JSON.stringify(message))

  socket.on('message', (data) => {
    let message
    try {
      message = JSON.parse(data)
    } catch {
      reply({ type: 'error', text: 'not JSON' })
      return
    }
    const { type, id, name } = message ?? {}
    if (type === 'say') reply(message)
    if (type !== 'ask') return
    if (id === undefined || taken.has(id)) {
      reply({ type: 'error', id, text: `the id ${id} is taken` })
      return
    }
    taken.add(id)
    const days = 2 + taken.size * 3 + Math.floor(Math.random() * 3)
    setTimeout(reply, delays.get(name), { type: 'answer', id, text: `${days} days ago` })
  })
})
