import { WebSocketServer } from 'ws'
const wss = new WebSocketServer({
  port: 8080,
  handleProtocols: (protocols, request) => {
    console.log([...protocols], protocols, request.method)
    return protocols.has('chat.v2') ? 'chat.v2' : protocols.has('chat.v1') ? 'chat.v1' : false
  },
})
wss.on('connection', (ws) => ws.send(`speaks ${ws.protocol || 'nothing'}`))
