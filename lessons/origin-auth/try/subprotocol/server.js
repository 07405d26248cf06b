import { WebSocketServer } from 'ws'

new WebSocketServer({
  port: 8080,
  handleProtocols: (offered) => {
    console.log([...offered].join(', '))
    return 'v2.chat'
  },
})
