import { createServer } from 'http'
import { WebSocketServer } from 'ws'

function onSocketError(err) {
  console.error(err)
}

const server = createServer()
const wss = new WebSocketServer({ noServer: true })

wss.on('connection', function connection(ws, request, client) {
  ws.on('error', console.error)
  ws.on('message', function message(data) {
    console.log(`Received message ${data} from user ${client.name}`)
    ws.send('ok')
  })
})

server.on('upgrade', function upgrade(request, socket, head) {
  socket.on('error', onSocketError)
  authenticate(request, function next(err, client) {
    if (err || !client) {
      socket.write('HTTP/1.1 401 Unauthorized\r\n\r\n')
      socket.destroy()
      return
    }
    socket.removeListener('error', onSocketError)
    wss.handleUpgrade(request, socket, head, function done(ws) {
      wss.emit('connection', ws, request, client)
    })
  })
})

function authenticate(request, next) {
  const token = new URL(request.url, 'http://x').searchParams.get('token')
  setImmediate(() => (token === 'secret' ? next(null, { name: 'ada' }) : next(new Error('no'))))
}

server.listen(8080)
