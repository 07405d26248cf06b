// Looks up for 100 ms who says hello, and then prints what they save.
import { WebSocketServer } from 'ws'

const saved = new Set()

new WebSocketServer({ port: 8080 }).on('connection', (socket) => {
  let isKnown = false
  socket.on('message', (data) => {
    const { hello, save } = JSON.parse(String(data))
    if (hello !== undefined)
      setTimeout(() => {
        isKnown = true
        socket.send(JSON.stringify({ welcome: hello }))
      }, 100)
    else if (!isKnown) socket.close(1008, 'who are you?')
    else {
      if (!saved.has(save)) console.log(save)
      saved.add(save)
      socket.send(JSON.stringify({ saved: save }))
    }
  })
})
