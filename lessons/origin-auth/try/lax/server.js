import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

const http = createServer((request, response) => {
  const cookie = 'session=1; Path=/; Secure; SameSite=Lax'
  response.setHeader('Set-Cookie', cookie)
  response.end()
})

const server = new WebSocketServer({ server: http })
server.on('connection', (ws, { headers }) => {
  ws.send(headers.cookie ? 'Ada' : 'nobody')
})

http.listen(8080)
