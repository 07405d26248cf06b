import { createServer } from 'node:http'

const server = createServer()

server.listen(8080, () => {
  // A deployment stops the old server first.
  server.close()
})
