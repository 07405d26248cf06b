import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

server.on('connection', (socket) => {
  socket.on('message', (data) => {
    const { type, name, room, text } = read(data)
    if (type === 'join') {
      socket.name = name
      socket.room = room
    } else if (type === 'say' && socket.room) {
      broadcast(socket, text)
    }
  })
})

function broadcast(sender, text) {
  const { name, room } = sender
  const said = { type: 'say', from: name, text }
  for (const socket of server.clients) {
    if (socket.room !== room || socket === sender) continue
    socket.send(JSON.stringify(said))
  }
}

function read(data) {
  try {
    return JSON.parse(data) ?? {}
  } catch {
    return {}
  }
}

// A new version of this server is installed.
setTimeout(leave, 20_000)

function leave() {
  console.log('bye')
  process.exit()
}
