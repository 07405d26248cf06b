import { WebSocketServer } from 'ws'

new WebSocketServer({
  port: 8080,
  handleProtocols(offered) {
    return offered.has('v2.chat') ? 'v2.chat' : false
  },
})
