import { WebSocketServer } from 'ws'

const server = new WebSocketServer({
  port: 8080,
  maxPayload: 32 * 1024,
})

server.on('connection', (socket) => {
  let times = []

  socket.on('message', (data) => {
    const now = Date.now()
    times = times.filter((time) => now - time < 1000)
    times.push(now)
    if (times.length > 20) {
      socket.close(1008, 'Too many messages')
      return
    }
    const { type, name, room, text } = read(data)
    if (type === 'join') {
      socket.name = name
      socket.room = room
    } else if (type === 'say' && socket.room) {
      broadcast(socket, text)
    }
  })
  socket.on('error', ({ message }) => {
    console.log(`${socket.name}: ${message}`)
  })
})

function broadcast(sender, text) {
  const { name, room } = sender
  const said = { type: 'say', from: name, text }
  for (const socket of server.clients) {
    if (socket.room !== room || socket === sender) continue
    if (socket.bufferedAmount > 128 * 1024) {
      console.log(`${socket.name} takes nothing`)
      socket.terminate()
    } else if (socket.readyState === socket.OPEN) {
      socket.send(JSON.stringify(said))
    }
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
  server.close()
  for (const socket of server.clients) {
    socket.close(1001, 'Back in a minute')
  }
  setTimeout(() => process.exit(), 2000)
}
