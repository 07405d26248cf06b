// Scenario: handshakes.
import { after, done, host, next, say } from '../prelude.js'

/** So long that a browser has put a socket in the queue, milliseconds. */
const APART = 60

/**
 * Makes sockets one after the other, each of which closes itself when it has a message. Says in which
 * order they open or fail, and what each heard: a message may come before or after the next opens.
 *
 * @param {string} what
 * @param {string[]} paths
 * @param {(sockets: WebSocket[]) => void} [meanwhile]
 */
async function order(what, paths, meanwhile) {
  /** @type {string[]} */
  const seen = []
  /** @type {unknown[]} */
  const heard = paths.map(() => null)
  /** @type {Promise<Event>[]} */
  const closed = []
  /** @type {WebSocket[]} */
  const sockets = []
  for (const [index, path] of paths.entries()) {
    const socket = new WebSocket(`ws://${host}${path}`)
    sockets.push(socket)
    closed.push(next(socket, 'close'))
    socket.onopen = () => seen.push(`${index} open`)
    socket.onerror = () => seen.push(`${index} error`)
    socket.onmessage = ({ data }) => {
      heard[index] = data
      socket.close()
    }
    await after(APART)
  }
  meanwhile?.(sockets)
  await Promise.all(closed)
  say(what, seen, heard)
}

await order('a slow one first', ['/?after=600', '/', '/?after=100', '/'])
await order('the first fails', ['/fails?after=600', '/', '/fails', '/'])
await order('one is closed while it waits', ['/?after=600', '/', '/'], ([, second]) => {
  second?.close()
})
await order('one is closed while it connects', ['/?after=1200', '/'], ([first]) => {
  first?.close()
})
await after(1200)

const counts = Array.from({ length: 8 }, async () => {
  const socket = new WebSocket(`ws://${host}/?after=20`)
  const event = await next(socket, 'message')
  socket.close()
  await next(socket, 'close')
  return Reflect.get(event, 'data')
})
say('never more handshakes at once', await Promise.all(counts))
done()
