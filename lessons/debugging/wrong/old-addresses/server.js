import { createHash } from 'node:crypto'
import { createServer } from 'node:http'

const guid = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'
const streams = [
  '/live/bears',
  '/live/owls',
  '/live/seals',
]

const server = createServer()

server.on('upgrade', (request, socket) => {
  socket.on('error', () => socket.destroy())
  socket.on('end', () => socket.end())
  socket.resume()

  const key = request.headers['sec-websocket-key']
  const { status, headers } = answer(request.url, key)
  socket.write(
    [`HTTP/1.1 ${status}`, ...headers, '', ''].join('\r\n'),
  )
  if (!status.startsWith('101')) socket.end()
})

server.listen(8080)

function answer(path, key) {
  if (streams.includes(path)) return accept(key)

  if (path === '/live/lions') {
    const headers = ['WWW-Authenticate: Bearer']
    return { status: '401 Unauthorized', headers }
  }

  if (path === '/bears') {
    const headers = ['Location: /live/bears']
    return { status: '302 Found', headers }
  }

  const headers = ['Content-Type: text/html']
  return { status: '200 OK', headers }
}

function accept(key) {
  const hash = createHash('sha1').update(key + guid)
  const headers = [
    'Upgrade: websocket',
    'Connection: Upgrade',
    `Sec-WebSocket-Accept: ${hash.digest('base64')}`,
  ]
  return { status: '101 Switching Protocols', headers }
}
