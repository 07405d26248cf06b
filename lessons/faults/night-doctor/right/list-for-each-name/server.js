import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })
const phones = new Map()

server.on('connection', (socket) => {
  let name

  socket.on('message', (data) => {
    const message = JSON.parse(data)
    if (message.type === 'here') {
      name = message.name
      phones.set(name, [...(phones.get(name) ?? []), socket])
    } else if (message.type === 'call') {
      call(socket, message.to)
    }
  })

  socket.on('close', () => {
    const rest = phones.get(name) ?? []
    phones.set(
      name,
      rest.filter((one) => one !== socket),
    )
  })
})

function call(caller, to) {
  const phone = phones.get(to)?.at(-1)
  if (phone === undefined) {
    caller.send(`nobody is there as ${to}`)
    return
  }
  phone.send('it rings')
  caller.send(`${to} is called`)
}
