import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })
const room = new Set()
const history = []
const done = new Set()

server.on('connection', (socket) => {
  socket.on('message', (data) => {
    const message = read(data)
    const { type, id, from, text, after } = message
    if (type === 'join') {
      room.add(socket)
    } else if (type === 'resume') {
      room.add(socket)
      const missed = history.slice(after)
      for (const said of missed) tell(socket, said)
    } else if (type === 'say' && from?.name) {
      const key = text
      if (!done.has(key)) say(from, text)
      done.add(key)
      tell(socket, { type: 'ack', id })
    }
  })
  socket.on('close', () => room.delete(socket))
})

function say(from, text) {
  const number = history.length + 1
  const said = { type: 'say', number, from, text }
  history.push(said)
  console.log(text)
  for (const socket of room) tell(socket, said)
}

function tell(socket, message) {
  socket.send(JSON.stringify(message))
}

function read(data) {
  try {
    return JSON.parse(data) ?? {}
  } catch {
    return {}
  }
}

const bo = { name: 'Bo', id: 2 }
for (let sheep = 1; sheep <= 30; sheep += 1) {
  const text = `sheep ${sheep}`
  setTimeout(() => say(bo, text), sheep * 800)
}
