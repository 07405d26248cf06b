import { describe, expect, it } from 'vitest'
import { createNetwork } from '../create-network.ts'
import type { NetworkOptions, ServerProgram, VirtualNetwork } from '../network.ts'
import { ofType, quickLink, scenario, startNetwork } from '../testing/run-program.ts'

const echo = scenario('echo')

/** When each socket's request leaves, milliseconds. */
const requestTimes = ({ trace }: VirtualNetwork) =>
  ofType(trace, 'willSendHandshakeRequest').map(({ connectionId, time }) => [connectionId, time])

async function requests(
  open: (network: VirtualNetwork) => unknown,
  options: Partial<NetworkOptions> = {},
) {
  const network = await startNetwork(echo, { routed: false, ...options })
  open(network)
  await network.clock.runUntilIdle(60_000)
  return requestTimes(network)
}

describe('a socket to an address to which another is connecting', () => {
  it('waits for the handshake, and 10 ms', async () => {
    const times = await requests(({ WebSocket }) => {
      for (let made = 0; made < 3; made += 1) new WebSocket('ws://localhost:8080')
    })
    // Connecting takes 40 ms, so does the handshake.
    expect(times).toEqual([
      ['ws-1', 40],
      ['ws-2', 130],
      ['ws-3', 220],
    ])
  })

  it('is caused by what it waited for', async () => {
    const network = await startNetwork(echo)
    for (let made = 0; made < 2; made += 1) new network.WebSocket('ws://localhost:8080')
    await network.clock.runUntilIdle()
    const [, second] = ofType(network.trace, 'willSendHandshakeRequest')
    const [first] = ofType(network.trace, 'handshakeResponseReceived')
    expect(second?.cause).toBe(first?.seq)
  })

  it('waits for names of the same address too', async () => {
    const times = await requests(({ WebSocket }) => {
      new WebSocket('ws://localhost:8080')
      new WebSocket('ws://127.0.0.1:8080')
    })
    expect(times).toEqual([
      ['ws-1', 40],
      ['ws-2', 130],
    ])
  })

  it('waits no longer than the other, which failed or was closed', async () => {
    const times = await requests(({ WebSocket, clock }) => {
      const first = new WebSocket('ws://localhost:8080')
      new WebSocket('ws://localhost:8080')
      clock.setTimer(() => {
        first.close()
      }, 5)
    })
    expect(times).toEqual([['ws-2', 55]])
  })

  it('may be closed while it waits', async () => {
    const times = await requests(({ WebSocket, clock }) => {
      const sockets = [1, 2, 3].map(() => new WebSocket('ws://localhost:8080'))
      clock.setTimer(() => {
        sockets[1]?.close()
      }, 50)
    })
    expect(times).toEqual([
      ['ws-1', 40],
      ['ws-3', 130],
    ])
  })

  it('waits the 10 ms also where it comes after', async () => {
    const times = await requests(({ WebSocket }) => {
      const first = new WebSocket('ws://localhost:8080')
      first.onopen = () => new WebSocket('ws://localhost:8080')
    })
    expect(times).toEqual([
      ['ws-1', 40],
      ['ws-2', 130],
    ])
  })
})

it('a socket to another port or another address waits for none', async () => {
  const server: ServerProgram = ({ ws }) => {
    const { WebSocketServer } = ws as typeof import('ws')
    new WebSocketServer({ port: 80 })
  }
  const network = createNetwork({
    clock: 'virtual',
    conditions: quickLink,
    servers: { 'a.example:80': server, 'a.example:81': server, 'b.example:80': server },
  })
  await network.ready
  for (const host of ['a.example', 'a.example:81', 'b.example'])
    new network.WebSocket(`ws://${host}`)
  await network.clock.runUntilIdle()
  expect(requestTimes(network).map(([, time]) => time)).toEqual([40, 40, 40])
})

it('an address where nobody listens is free 10 ms after it refused', async () => {
  const network = await startNetwork(echo, { routed: false })
  for (let made = 0; made < 2; made += 1) new network.WebSocket('ws://localhost:4')
  await network.clock.runUntilIdle()
  const closed = ofType(network.trace, 'closed').map(({ time }) => time)
  expect(closed).toEqual([40, 90])
})
