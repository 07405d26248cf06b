/** Each abuse of the lab server for a minute, with somebody at another address served throughout. */
import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { startLabServer } from '../../lab-server/testing/lab-server.ts'
import { ABUSES, CROWDS, limits } from '../hostile/lab-abuses.ts'
import { carryOut, heldBytes, isServed } from '../hostile/served.ts'

const SECONDS = Number(process.env['UPGRADE101_ABUSE_SECONDS'] ?? 60)

test.each(Object.entries({ ...CROWDS, ...ABUSES }))('%s, again and again', async (_, abuse) => {
  const { server, address } = await startLabServer({ limits })
  const until = performance.now() + SECONDS * 1000
  do {
    await carryOut(abuse, server.port)
    await isServed(address)
  } while (performance.now() < until)
  await expect.poll(() => heldBytes(address)).toBeLessThanOrEqual(limits.heldBytes)
})

test('a client that says nothing, or half a head, is let go after 20 s', async () => {
  const { server } = await startLabServer()
  const waited = ['', 'GET / HTTP/1.1\r\nHost: loc'].map(async (said) => {
    const socket = connect({ host: '127.0.0.1', port: server.port })
    const began = performance.now()
    socket.write(said)
    socket.resume()
    await once(socket, 'close')
    return performance.now() - began
  })
  for (const milliseconds of await Promise.all(waited)) {
    expect(milliseconds).toBeGreaterThan(19_000)
    // Node looks every half second; the rest is for a busy machine.
    expect(milliseconds).toBeLessThan(30_000)
  }
})
