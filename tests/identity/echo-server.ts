import { once } from 'node:events'
import { WebSocketServer } from 'ws'

/** Echoes, and chooses the first subprotocol. One serves every program of this suite. */
export async function startEchoServer(): Promise<{ port: number; close(): void }> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  server.on('connection', (socket) => {
    socket.on('message', (data, binary) => socket.send(data, { binary }))
  })
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return {
    port: address.port,
    close() {
      for (const client of server.clients) client.terminate()
      server.close()
    },
  }
}
