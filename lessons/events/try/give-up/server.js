import { createServer } from 'node:http'

const server = createServer()

server.on('upgrade', () => {
  console.log('no answer')
})

server.listen(8080)
