import { expect, test } from 'vitest'
import { createNetwork } from './network.js'
import server from './server.js?raw'

const url = 'ws://localhost:8080'

test('late answer', async () => {
  const stall = { time: 1_000, duration: 3_000 }
  const { chat, clock } = begin({
    interventions: [{ kind: 'stallServer', ...stall }],
  })
  await clock.runUntil(1_000)
  const said = chat.say('Hello')
  await clock.runUntil(3_000)
  expect(said.state).toBe('waiting')
  await clock.runUntil(5_000)
  expect(said.state).toBe('answered')
})

test('lost answer', async () => {
  const { chat, clock } = begin({
    interventions: [{ kind: 'dropFrame', time: 1_000, side: 'server' }],
  })
  await clock.runUntil(1_000)
  const said = chat.say('Hello')
  await clock.runUntil(12_000)
  expect(said.state).toBe('failed')
})

test('cut in mid-message', async () => {
  const { chat, clock } = begin({
    interventions: [{ kind: 'cut', time: 1_070, how: 'fin' }],
  })
  await clock.runUntil(1_000)
  chat.say('Hello')
  await clock.runUntilIdle(8_000)
  expect(chat.shown).toHaveLength(1)
  expect(chat.shown[0]).toBe('Hello')
})

function begin(options) {
  const network = createNetwork({
    clock: 'virtual',
    conditions: { latency: 40, jitter: 20 },
    servers: { 'localhost:8080': server },
    ...options,
  })
  const { WebSocket, clientGlobals, clock } = network
  const world = { WebSocket, ...clientGlobals }
  return { chat: createChat(url, world), clock }
}

test('plain answer', async () => {
  const { chat, clock } = begin()
  await clock.runUntil(1_000)
  const said = chat.say('Hello')
  await clock.runUntil(1_200)
  expect(said.state).toBe('answered')
})

test('quiet minute', async () => {
  const { chat, clock } = begin({
    conditions: { latency: 40, idleTimeout: 30_000 },
  })
  await clock.runUntil(60_000)
  expect(chat.losses).toBe(0)
})
