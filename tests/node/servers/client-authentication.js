import { createServer } from 'http'
import { WebSocketServer } from 'ws'

// Nobody gets a socket before it is known who they are.
const people = new Map([['secret', { name: 'Ada' }]])
const http = createServer()
const server = new WebSocketServer({ noServer: true })

http.on('upgrade', async (request, socket, head) => {
  const complain = (error) => console.error('before the handshake:', error.message)
  socket.on('error', complain)
  const person = await whoIs(request)
  if (person === undefined) {
    socket.write('HTTP/1.1 401 Unauthorized\r\n\r\n')
    socket.destroy()
    return
  }
  socket.off('error', complain)
  server.handleUpgrade(request, socket, head, (ws) => {
    server.emit('connection', ws, request, person)
  })
})

server.on('connection', (ws, request, { name }) => {
  ws.on('message', (words) => {
    console.log(`${name} says ${words}`)
    ws.send('heard')
  })
})

function whoIs({ url }) {
  const { searchParams } = new URL(url, 'http://localhost')
  return new Promise((resolve) => {
    setImmediate(() => resolve(people.get(searchParams.get('token'))))
  })
}

http.listen(8080)
