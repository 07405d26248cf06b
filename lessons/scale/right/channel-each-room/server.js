import { createServer } from 'node:http'
import { createClient } from 'redis'
import { WebSocketServer } from 'ws'

const redis = await createClient().connect()
const rooms = new Map()
const http = createServer()
const wss = new WebSocketServer({ server: http })

async function enter(socket, name, room) {
  Object.assign(socket, { name, room })
  if (!rooms.has(room)) {
    rooms.set(room, new Set())
    await redis.subscribe(`room:${room}`, (text) => {
      for (const one of rooms.get(room)) one.send(text)
    })
  }
  rooms.get(room).add(socket)
}

wss.on('connection', (socket) => {
  socket.on('message', async (data) => {
    const message = JSON.parse(data)
    if (message.type === 'join') {
      await enter(socket, message.name, message.room)
      return
    }
    const said = { from: socket.name, text: message.text }
    await redis.publish(`room:${socket.room}`, JSON.stringify(said))
  })
  socket.on('close', () => rooms.get(socket.room)?.delete(socket))
})
http.listen(Number(process.env.PORT))

process.once('SIGTERM', async () => {
  http.close()
  wss.clients.forEach((socket) => socket.close(1001))
  await new Promise((done) => setTimeout(done, 3000))
  await redis.quit()
  process.exit(0)
})
