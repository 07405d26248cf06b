import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

server.on('connection', async (socket, request) => {
  let floor

  socket.on('message', (data) => {
    socket.send(`${data}: coming to the ${floor}`)
  })

  floor = await nameOf(request.url)
})

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
