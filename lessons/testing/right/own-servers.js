import { expect, test } from 'vitest'
import { createNetwork } from './network.js'

const url = 'ws://chat.example:8080'

// A server for each test, which does what the test wants.
async function meet(onMessage, options = {}) {
  const serve = ({ ws }, globals) => {
    const server = new ws.WebSocketServer({ port: 8080 })
    server.on('connection', (socket) => {
      const tell = (message) => socket.send(JSON.stringify(message))
      socket.on('message', (data) => {
        onMessage(JSON.parse(data), tell, socket, globals)
      })
    })
  }
  const network = createNetwork({
    clock: 'virtual',
    conditions: { latency: 25 },
    servers: { 'chat.example:8080': serve },
    ...options,
  })
  const { WebSocket, clientGlobals, clock } = network
  const chat = createChat(url, {
    WebSocket,
    ...clientGlobals,
  })
  await clock.runUntil(500)
  return { chat, clock }
}

test('late answer', async () => {
  const { chat, clock } = await meet(({ type, id }, tell, socket, { setTimeout }) => {
    if (type !== 'say') return
    setTimeout(() => tell({ type: 'ack', id }), 3_000)
  })
  const said = chat.say('a')
  await clock.runUntil(4_000)
  expect(said.state).toBe('answered')
})

test('lost answer', async () => {
  const { chat, clock } = await meet(() => {})
  const said = chat.say('a')
  await clock.runUntil(10_400)
  expect(said.state).toBe('waiting')
  await clock.runUntil(10_600)
  expect(said.state).toBe('failed')
})

test('cut in mid-message', async () => {
  let isFirst = true
  const { chat, clock } = await meet(({ type, after }, tell, socket) => {
    if (type === 'resume' && !isFirst && after === 0) {
      tell({ type: 'say', number: 1, text: 'a' })
    }
    isFirst = false
    if (type === 'say') socket.terminate()
  })
  chat.say('a')
  await clock.runUntil(3_000)
  expect(chat.shown).toEqual(['a'])
})

test('quiet minute', async () => {
  let pings = 0
  const { clock } = await meet(({ type }) => {
    if (type === 'ping') pings += 1
  })
  await clock.runUntil(60_000)
  expect(pings).toBe(2)
})
