const { WebSocketServer } = require('ws')
const wss = new WebSocketServer({ port: 8080 })
const rooms = {}

wss.on('connection', (socket) => {
  const uuid = socket
  const leave = (room) => {
    if (!rooms[room]?.has(uuid)) return
    if (rooms[room].size === 1) delete rooms[room]
    else rooms[room].delete(uuid)
  }
  socket.on('message', (data) => {
    const { message, meta, room } = JSON.parse(data)
    if (meta === 'join') {
      rooms[room] = rooms[room] || new Set()
      rooms[room].add(uuid)
      socket.send(JSON.stringify({ joined: room, count: rooms[room].size }))
    } else if (meta === 'leave') {
      leave(room)
      socket.send('left')
    } else if (!meta) {
      rooms[room].forEach((sock) => sock.send(JSON.stringify({ message })))
    }
  })
  socket.on('close', () => {
    Object.keys(rooms).forEach((room) => leave(room))
    console.log('rooms', Object.keys(rooms))
  })
})
