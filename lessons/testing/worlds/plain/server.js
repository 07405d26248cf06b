import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })
const history = []

server.on('connection', (socket) => {
  socket.on('message', (data) => {
    const { type, id, text, after } = JSON.parse(data)
    if (type === 'resume') {
      const missed = history.slice(after)
      for (const said of missed) tell(socket, said)
    }
    if (type === 'say') {
      tell(socket, { type: 'ack', id })
      say(text)
    }
  })
})

function say(text) {
  const number = history.length + 1
  const said = { type: 'say', number, text }
  history.push(said)
  for (const socket of server.clients) tell(socket, said)
}

function tell(socket, message) {
  socket.send(JSON.stringify(message))
}
