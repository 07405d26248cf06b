import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 8080 })

server.on('connection', (socket) => {
  const degrees = [-21.5, 4, 0.1, -0.1]
  let wanted = degrees.shift()
  socket.send(String(wanted))
  socket.on('message', (bytes) => {
    const set = bytes.length === 2 ? bytes.readInt16BE(0) / 10 : NaN
    if (set === wanted) console.log('confirmed')
    else console.log('alarm at ' + set)
    wanted = degrees.shift()
    if (wanted !== undefined) socket.send(String(wanted))
  })
})
