import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

server.on('connection', (socket) => {
  socket.on('message', (data) => {
    const { type, name, to } = JSON.parse(data)
    if (type === 'here') socket.name = name
    if (type === 'call') call(socket, to)
  })
})

function call(caller, to) {
  const phones = [...server.clients].filter((socket) => {
    return socket.name === to
  })
  phones[0]?.send('it rings')
  if (phones.length > 0) caller.send(`${to} is called`)
  else caller.send(`nobody is there as ${to}`)
}
