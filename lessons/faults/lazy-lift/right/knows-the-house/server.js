import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

server.on('connection', (socket, { url }) => {
  socket.on('message', async (data) => {
    const names = await house
    const text = `coming to the ${names.get(url)}`
    socket.send(`${data}: ${text}`)
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

// All of them at once, when the server starts.
const house = learn()

async function learn() {
  const paths = Object.keys(plan)
  const names = await Promise.all(paths.map(nameOf))
  return new Map(paths.map((path, at) => [path, names[at]]))
}
