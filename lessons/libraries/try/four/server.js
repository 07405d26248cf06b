// The same chat four ways, each at a port of its own.
import { createServer } from 'node:http'
import { buildSchema } from 'graphql'
import { useServer } from 'graphql-ws/use/ws'
import { Server } from 'socket.io'
import { WebSocketServer } from 'ws'

const listen = (port) => createServer().listen(port)

for (const port of [8081, 8082]) {
  const room = new WebSocketServer({ server: listen(port) })
  room.on('connection', (ws) => {
    ws.on('message', (data) => {
      room.clients.forEach((one) => one.send(`${data}`))
    })
  })
}

const io = new Server(listen(8083))
io.on('connection', (socket) => {
  socket.on('chat', (text) => io.emit('chat', text))
})

const schema = buildSchema(`
  type Query { room: String }
  type Mutation { say(text: String!): Boolean }
  type Subscription { chat: String }
`)
let tell = () => {}
const next = () =>
  new Promise((resolve) => {
    tell = resolve
  })
const roots = {
  mutation: {
    say({ text }) {
      tell(text)
      return true
    },
  },
  subscription: {
    async *chat() {
      for (;;) yield { chat: await next() }
    },
  },
}
const server = new WebSocketServer({ server: listen(8084) })
useServer({ schema, roots }, server)
