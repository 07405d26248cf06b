// Scenario: credentials.
import { done, host, say } from '../prelude.js'

/**
 * What the server was asked until it let a socket in.
 *
 * @param {string} url
 * @returns {Promise<unknown>}
 */
function told(url) {
  return new Promise((resolve) => {
    const socket = new WebSocket(url)
    socket.onmessage = ({ data }) => socket.close(4000, data.slice(0, 100))
    socket.onclose = ({ code, reason }) => resolve([socket.url, code, reason])
  })
}

const basic = `challenge=${encodeURIComponent('Basic realm="a"')}`
const users = [
  'user:pass',
  'user',
  'user:',
  ':pass',
  ':',
  '',
  'us%20er:p%40ss',
  'u:p:q',
  'a%3Ab:c',
  '%C3%A9:ü',
  'é%FF:%zz',
  'us%20%0Aer:p%7Fass%00',
  '%E2%82%AC%:%F0%9F%98%80',
]
for (const [index, user] of users.entries())
  say(JSON.stringify(user), await told(`ws://${user}@${host}/${index}/?${basic}`))

say('not asked', await told(`ws://user:pass@${host}/open`))
say('wrong', await told(`ws://user:wrong@${host}/wrong/?${basic}&accept=user:pass`))
for (const challenge of [
  '',
  'basic',
  'Basic realm=token',
  'Bearer realm="b"',
  'Bearer realm="b", Basic realm="c"',
  'BASIC charset="UTF-8", realm="quoted \\"q\\""',
])
  say(
    `challenge ${challenge}`,
    await told(`ws://user:pass@${host}/x/?challenge=${encodeURIComponent(challenge)}`),
  )
done()
