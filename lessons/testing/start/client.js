import { expect, test } from 'vitest'
import { createNetwork } from './network.js'
import server from './server.js?raw'

const url = 'ws://localhost:8080'

function sleep(time) {
  return new Promise((resolve) => {
    setTimeout(resolve, time)
  })
}

test('late answer', async () => {
  const chat = createChat(url, window)
  await sleep(200)
  const said = chat.say('late')
  await sleep(3_100)
  expect(said.state).toBe('answered')
})

test('lost answer', async () => {
  const chat = createChat(url, window)
  await sleep(200)
  const said = chat.say('lost')
  await sleep(10_100)
  expect(said.state).toBe('failed')
}, 20_000)

test('cut in mid-message', async () => {
  const chat = createChat(url, window)
  await sleep(200)
  chat.say('cut')
  await sleep(1_400)
  expect(chat.shown).toContain('cut')
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
