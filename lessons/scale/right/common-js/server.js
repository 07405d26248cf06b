const { createClient } = require('redis')
const { WebSocketServer } = require('ws')

const wss = new WebSocketServer({ port: process.env.PORT })
const pub = createClient({ url: 'redis://localhost:6379' })
const sub = pub.duplicate()

Promise.all([pub.connect(), sub.connect()]).then(() => {
  sub.pSubscribe('say:*', (text, channel) => {
    const room = channel.slice('say:'.length)
    wss.clients.forEach((socket) => {
      if (socket.room === room && socket.readyState === 1) {
        socket.send(text)
      }
    })
  })
})

wss.on('connection', (socket) => {
  socket.on('message', (data) => {
    const message = JSON.parse(data.toString())
    switch (message.type) {
      case 'join':
        socket.name = message.name
        socket.room = message.room
        break
      case 'say':
        pub.publish('say:' + socket.room, JSON.stringify({ from: socket.name, text: message.text }))
    }
  })
})

let isLeaving = false
process.on('SIGTERM', () => {
  if (isLeaving) return
  isLeaving = true
  wss.close()
  for (const socket of wss.clients) socket.close(1001)
  setTimeout(() => {
    for (const socket of wss.clients) socket.terminate()
    pub.destroy()
    sub.destroy()
    process.exit()
  }, 1500)
})
