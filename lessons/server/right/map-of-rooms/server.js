import { createServer } from 'node:http'
import WebSocket, { WebSocketServer } from 'ws'

const http = createServer()
const server = new WebSocketServer({
  server: http,
  maxPayload: 32_768,
})
const rooms = new Map()

class Guest {
  #socket
  #room = null
  #name = ''
  #tokens = 20
  #filled = performance.now()

  constructor(socket) {
    this.#socket = socket
    socket.on('message', (data) => this.#read(data))
    socket.on('close', () => this.#leave())
    socket.on('error', () => {})
  }

  hear(text) {
    const socket = this.#socket
    if (socket.readyState !== WebSocket.OPEN) return
    if (socket.bufferedAmount > 131_072) socket.terminate()
    else socket.send(text)
  }

  #read(data) {
    const now = performance.now()
    const more = (now - this.#filled) / 50
    this.#tokens = Math.min(20, this.#tokens + more)
    this.#filled = now
    if (this.#tokens < 1) {
      this.#socket.close(1008, 'Slow down')
      this.#leave()
      this.#tokens = -Infinity
      return
    }
    this.#tokens -= 1
    const message = JSON.parse(data)
    if (message.type === 'join') {
      this.#leave()
      this.#name = message.name
      this.#room = message.room
      const guests = rooms.get(this.#room) ?? new Set()
      rooms.set(this.#room, guests.add(this))
    }
    if (message.type === 'say') this.#say(message.text)
  }

  #say(text) {
    const from = this.#name
    const said = JSON.stringify({ type: 'say', from, text })
    const guests = rooms.get(this.#room) ?? []
    for (const guest of guests) {
      if (guest !== this) guest.hear(said)
    }
  }

  #leave() {
    rooms.get(this.#room)?.delete(this)
    this.#room = null
  }
}

server.on('connection', (socket) => new Guest(socket))
http.listen(8080)

setTimeout(async () => {
  http.close()
  server.clients.forEach((socket) => {
    socket.close(1001)
  })
  await new Promise((resolve) => {
    setTimeout(resolve, 1500)
  })
  process.exit(0)
}, 20_000)
