/** Ends as a client tells it. Tells a client how often it was told. */
import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

const server = createServer()
const sockets = new WebSocketServer({ server })

/** @type {Record<string, () => unknown>} */
const deeds = {
  throw() {
    throw new Error('thrown')
  },
  timer: () =>
    setTimeout(() => {
      throw new Error('thrown by a timer')
    }, 10),
  reject: async () => {
    await null
    throw new Error('rejected')
  },
  exit: () => process.exit(1),
  'exit later': async () => {
    await null
    process.exit()
  },
  'taken port': () => createServer().listen(8080),
  handle: () =>
    process.on('uncaughtException', (error) =>
      tell(`handled ${Reflect.get(error, 'code') ?? error.message}`),
    ),
  'handle rejection': () => process.on('unhandledRejection', () => tell('handled rejection')),
  'last words': () => process.on('exit', () => tell('exits')),
}

/** @param {string} text */
function tell(text) {
  for (const client of sockets.clients) client.send(text)
}

sockets.on('connection', (socket) => {
  socket.on('message', (data) => {
    socket.send(`told ${data}`)
    deeds[String(data)]?.()
  })
})
server.listen(8080)
