import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

const spoken = new Set(['v1.plants', 'v2.plants'])
const http = createServer()
const server = new WebSocketServer({
  noServer: true,
  handleProtocols(offered) {
    let best = false
    for (const name of offered) {
      if (spoken.has(name) && (best === false || name > best)) best = name
    }
    return best
  },
})

http.on('upgrade', (request, socket, head) => {
  server.handleUpgrade(request, socket, head, (client) => client.send('21 degrees'))
})
http.listen(8080)
