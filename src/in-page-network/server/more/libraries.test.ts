import { expect, it } from 'vitest'
import { buildServerLibrary } from '../../../../scripts/vite/libraries.ts'
import { createNetwork } from '../../create-network.ts'
import { nodeModuleLoader } from '../../testing/node-module-loader.ts'
import { ofType, quickLink } from '../../testing/run-program.ts'
import {
  SERVER_LIBRARIES,
  type ServerLibraryName,
} from '../../../core/libraries/server-libraries.ts'

/** A network whose server has one library. */
async function serve(name: ServerLibraryName, server: string) {
  const { code: text } = await buildServerLibrary(name, true)
  const network = createNetwork({ seed: 1, conditions: quickLink, clock: 'virtual' })
  const libraries = [{ name, specifiers: SERVER_LIBRARIES[name], text }]
  await network.runServer(server, { load: nodeModuleLoader, libraries })
  return network
}

const chat = `
  io.on('connection', (socket) => {
    socket.on('chat', (text, answer) => {
      io.emit('chat', text + '!')
      answer?.('seen')
    })
  })`

it.each([
  ['import', `import { Server } from 'socket.io'\nconst io = new Server(8080)${chat}`],
  ['require', `const io = require('socket.io')(8080)${chat}`],
])('serves socket.io by %s, on the in-page ws', async (_how, server) => {
  const network = await serve('socket.io', server)
  const ws = new network.WebSocket('ws://localhost:8080/socket.io/?EIO=4&transport=websocket')
  const got: string[] = []
  ws.onmessage = ({ data }: MessageEvent<string>) => {
    got.push(data)
    if (data.startsWith('0')) ws.send('40')
    if (data.startsWith('40')) ws.send('421["chat","hi"]')
  }
  await network.clock.runUntil(26_000)
  expect(got.map((text) => text.replace(/"sid":"[^"]+"/, '"sid":"…"'))).toEqual([
    '0{"sid":"…","upgrades":[],"pingInterval":25000,"pingTimeout":20000,"maxPayload":1000000}',
    '40{"sid":"…"}',
    '42["chat","hi!"]',
    '431["seen"]',
    '2',
  ])
  // Its timers are no timers of the program.
  expect(ofType(network.trace, 'timerSet')).toEqual([])
  network.stop()
})

it('has its polling transport on the in-page http', async () => {
  const server = `import { createServer } from 'node:http'
    import { Server } from 'socket.io'
    const http = createServer((request, response) => response.end('page'))
    new Server(http)
    http.listen(8080)`
  const network = await serve('socket.io', server)
  const ask = async (path: string) => (await network.fetch(`http://localhost:8080${path}`)).text()
  const asked = Promise.all([ask('/socket.io/?EIO=4&transport=polling'), ask('/')])
  await network.clock.runUntil(1_000)
  const [opened, page] = await asked
  expect(opened).toMatch(/^0\{"sid":".*","upgrades":\["websocket"\]/)
  expect(page).toBe('page')
})

it.each([
  [
    'import',
    `import { buildSchema } from 'graphql'
     import { WebSocketServer } from 'ws'
     import { useServer } from 'graphql-ws/use/ws'`,
  ],
  [
    'require',
    `const { buildSchema } = require('graphql')
     const { WebSocketServer } = require('ws')
     const { useServer } = require('graphql-ws/use/ws')`,
  ],
])('serves graphql-ws by %s', async (_how, modules) => {
  const network = await serve(
    'graphql',
    `${modules}
     const schema = buildSchema('type Query { a: Int } type Subscription { tick: Int }')
     const roots = {
       query: { a: 1 },
       subscription: { async *tick() { yield { tick: 1 }; yield { tick: 2 } } },
     }
     useServer({ schema, roots }, new WebSocketServer({ port: 8080 }))`,
  )
  const ws = new network.WebSocket('ws://localhost:8080/', 'graphql-transport-ws')
  const got: string[] = []
  const query = '{"id":"1","type":"subscribe","payload":{"query":"subscription { tick }"}}'
  ws.onopen = () => ws.send('{"type":"connection_init"}')
  ws.onmessage = ({ data }: MessageEvent<string>) => {
    got.push(data)
    if (data.includes('connection_ack')) ws.send(query)
  }
  await network.clock.runUntil(1_000)
  expect(got).toEqual([
    '{"type":"connection_ack"}',
    '{"id":"1","type":"next","payload":{"data":{"tick":1}}}',
    '{"id":"1","type":"next","payload":{"data":{"tick":2}}}',
    '{"id":"1","type":"complete"}',
  ])
  network.stop()
})
