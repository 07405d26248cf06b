import { WebSocketServer } from 'ws'

const server = new WebSocketServer({
  port: 8080,
  maxPayload: 16 * 1024,
})
const rooms = new Map()

server.on('connection', (socket) => {
  let room
  let name

  socket.on('message', (data) => {
    const message = read(data)
    if (!isValid(message)) {
      socket.close(1008, 'Not understood')
    } else if (message.type === 'join') {
      room?.people.delete(socket)
      room = roomOf(message.room)
      room.people.add(socket)
      name = message.name
      for (const said of room.history) {
        if (said.number > message.after) tell(socket, said)
      }
    } else if (message.type === 'say' && room) {
      say(room, name, message)
      tell(socket, { type: 'ack', id: message.id })
    }
  })
  socket.on('close', () => room?.people.delete(socket))
  socket.on('error', () => {})
})

function isValid({ type, room, name, id, text }) {
  if (type === 'join') {
    return isText(room, 30) && isText(name, 30)
  }
  if (type !== 'say') return false
  return isText(id, 40) && isText(text, 500)
}

function isText(value, longest) {
  if (typeof value !== 'string' || value.trim() === '') {
    return false
  }
  return value.length <= longest
}

function roomOf(name) {
  const empty = { people: new Set(), history: [], count: 0 }
  if (!rooms.has(name)) rooms.set(name, empty)
  return rooms.get(name)
}

function say(room, from, { id, text }) {
  const isKnown = room.history.some((said) => {
    return said.from === from && said.id === id
  })
  if (isKnown) return
  room.count += 1
  const said = {
    type: 'say',
    number: room.count,
    from,
    id,
    text: text.trim(),
  }
  room.history.push(said)
  if (room.history.length > 100) room.history.shift()
  for (const socket of room.people) tell(socket, said)
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
