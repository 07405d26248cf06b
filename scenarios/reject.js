// Refuses the handshake. The path says how: /401, /403, /302 or /200.
import { createServer, STATUS_CODES } from 'node:http'

const server = createServer()

server.on('upgrade', (request, socket) => {
  const asked = Number(request.url.slice(1))
  const status = [401, 403, 302, 200].includes(asked) ? asked : 401

  const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, 'Content-Length: 0']
  if (status === 302) head.push('Location: /elsewhere')
  if (status === 401) head.push('WWW-Authenticate: Bearer')

  socket.end([...head, 'Connection: close', '', ''].join('\r\n'))
})

server.listen(8080)
