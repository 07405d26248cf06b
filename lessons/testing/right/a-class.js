import { expect, test } from 'vitest'
import { createNetwork } from './network.js'
import server from './server.js?raw'

class Scene {
  #network

  constructor(options) {
    this.#network = createNetwork({
      clock: 'virtual',
      conditions: { latency: 100, jitter: 50 },
      servers: { 'localhost:8080': server },
      ...options,
    })
    const { WebSocket, clientGlobals } = this.#network
    this.chat = createChat('ws://localhost:8080', {
      WebSocket,
      ...clientGlobals,
    })
  }

  // Milliseconds from now.
  wait(time) {
    const { clock } = this.#network
    return clock.runUntil(clock.now() + time)
  }
}

test('late answer', async () => {
  const scene = new Scene({
    interventions: [{ kind: 'stallServer', time: 2_000, duration: 3_000 }],
  })
  await scene.wait(2_000)
  const said = scene.chat.say('Hi')
  await scene.wait(2_900)
  expect(said.state).toBe('waiting')
  await scene.wait(500)
  expect(said.state).toBe('answered')
})

test('lost answer', async () => {
  const scene = new Scene({
    interventions: [{ kind: 'cut', time: 2_000, how: 'silence' }],
  })
  await scene.wait(2_000)
  const said = scene.chat.say('Hi')
  await scene.wait(10_001)
  expect(said.state).toBe('failed')
})

test('cut in mid-message', async () => {
  const scene = new Scene({
    interventions: [
      {
        kind: 'cut',
        within: 'message',
        how: 'rst',
        time: 2_000,
        side: 'server',
      },
    ],
  })
  await scene.wait(2_000)
  scene.chat.say('Hi')
  await scene.wait(3_000)
  expect(scene.chat).toMatchObject({
    losses: 1,
    shown: ['Hi'],
  })
})

test('a quiet minute', async () => {
  const scene = new Scene({
    conditions: { latency: 100, idleTimeout: 28_000 },
  })
  await scene.wait(60_000)
  expect(scene.chat.losses).toBe(0)
})
