import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

let found

server.on('connection', (socket, request) => {
  found = nameOf(request.url)

  socket.on('message', async (data) => {
    const floor = await found
    socket.send(`${data}: coming to the ${floor}`)
  })
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
