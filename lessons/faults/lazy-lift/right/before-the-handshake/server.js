import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

const http = createServer()
const server = new WebSocketServer({ noServer: true })

http.on('upgrade', async (request, socket, head) => {
  socket.on('error', () => {})
  const floor = await nameOf(request.url)
  server.handleUpgrade(request, socket, head, (ws) => {
    ws.on('message', (data) => {
      ws.send(`${data}: coming to the ${floor}`)
    })
  })
})

http.listen(8080)

// The plan of the house is on another computer.
const plan = {
  '/1': { name: 'first floor', takes: 300 },
  '/3': { name: 'third floor', takes: 300 },
  '/9': { name: 'roof', takes: 2500 },
}

function nameOf(path) {
  const { name, takes } = plan[path]
  return new Promise((resolve) => {
    setTimeout(resolve, takes, name)
  })
}
