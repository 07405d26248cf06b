import { WebSocket, WebSocketServer } from 'ws'

// What one says goes to all others, as text or as bytes.
const hall = new WebSocketServer({ port: 8080 })

hall.on('connection', (speaker) => {
  speaker.on('message', (words, isBinary) => {
    for (const listener of hall.clients) {
      if (listener === speaker || listener.readyState !== WebSocket.OPEN) continue
      listener.send(words, { binary: isBinary })
    }
  })
  speaker.on('close', (code, reason) => {
    console.log('left', code, String(reason), hall.clients.size)
  })
})
