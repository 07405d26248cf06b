const { WebSocketServer } = require('ws')
const one = new WebSocketServer({ port: 8080 })
one.on('listening', () => {
  const two = new WebSocketServer({ port: 8080 })
  two.on('error', (error) => {
    console.log(error.name, error.code, error.syscall, error.port === undefined, two.clients.size)
    one.close(() => console.log('closed'))
  })
})
