import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })
const phones = new Map()

server.on('connection', (socket) => {
  let name

  socket.on('message', (data) => {
    const message = JSON.parse(data)
    if (message.type === 'here') {
      name = message.name
      if (!phones.has(name)) phones.set(name, socket)
    } else if (message.type === 'call') {
      call(socket, message.to)
    }
  })

  socket.on('close', () => {
    phones.delete(name)
  })
})

function call(caller, to) {
  const phone = phones.get(to)
  if (phone) {
    phone.send('it rings')
    caller.send(`${to} is called`)
  } else {
    caller.send(`nobody is there as ${to}`)
  }
}
