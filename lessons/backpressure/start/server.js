import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })
const room = new Set()

server.on('connection', (socket) => {
  let sender
  let missing = 0
  socket.on('message', (data, isBinary) => {
    if (isBinary) {
      missing -= data.length
      if (missing === 0) say(sender, 'a photo')
      return
    }
    const { type, from, size, text } = read(data)
    if (type === 'join') room.add(socket)
    if (type === 'say') say(from, text)
    if (type === 'draft') console.log('draft:', text)
    if (type === 'photo') {
      sender = from
      missing = size
    }
  })
  socket.on('close', () => room.delete(socket))
})

function say(from, text) {
  const said = JSON.stringify({ type: 'say', from, text })
  for (const socket of room) socket.send(said)
}

function read(data) {
  try {
    return JSON.parse(data) ?? {}
  } catch {
    return {}
  }
}
