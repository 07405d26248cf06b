import { expect, test } from 'vitest'
import { createNetwork } from './network.js'
import server from './server.js?raw'

test('it opens', async () => {
  const network = createNetwork({
    clock: 'virtual',
    servers: { 'localhost:8080': server },
  })
  const ws = new network.WebSocket('ws://localhost:8080')
  await new Promise((resolve) => {
    ws.onopen = resolve
  })
  expect(ws.readyState).toBe(1)
})
