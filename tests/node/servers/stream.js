import { WebSocketServer, createWebSocketStream } from 'ws'
import { Transform } from 'stream'
import { pipeline } from 'stream/promises'

const wss = new WebSocketServer({ port: 8080 })
const upper = () =>
  new Transform({
    transform(chunk, encoding, callback) {
      callback(null, chunk.toString().toUpperCase())
    },
  })

wss.on('connection', async (ws) => {
  const duplex = createWebSocketStream(ws, { encoding: 'utf8' })
  duplex.on('error', (error) => console.log('stream', error.code))
  try {
    await pipeline(duplex, upper(), duplex)
    console.log('over')
  } catch (error) {
    console.log('pipeline', error.code)
  }
})
