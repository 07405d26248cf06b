// Scenario: credentials.
import { done, host, say } from '../prelude.js'

/**
 * What the server was asked until it let a socket in.
 *
 * @param {string} rest
 * @param {string} [user]
 */
function told(rest, user = '') {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://${user}${host}${rest}`)
    socket.onmessage = ({ data }) => socket.close(4000, data.slice(0, 100))
    socket.onclose = ({ code, reason }) => resolve([rest, code, reason])
  })
}

/** @param {string} realm */
const asks = (realm) => `challenge=${encodeURIComponent(`Basic realm="${realm}"`)}`

say('nobody', await told(`/a/b?${asks('one')}`))
say('a user', await told(`/a/b?${asks('one')}`, 'user:pass@'))
say('the same', await told(`/a/b?${asks('one')}`))
say('beside it', await told(`/a/c?${asks('one')}`))
say('below it', await told(`/a/d/e?${asks('one')}`))
say('not asked', await told('/a/f'))
say('above it', await told(`/g?${asks('one')}`))
say('above it, learnt', await told(`/h?${asks('one')}`))
say('another realm', await told(`/i?${asks('two')}`))
say('another user', await told(`/a/b?${asks('one')}`, 'other:word@'))
say('the other user', await told(`/a/b?${asks('one')}`))
say('no longer right', await told(`/a/b?${asks('one')}&accept=new:one`))
say('forgotten', await told(`/a/b?${asks('one')}`))
say('a wrong one, then the right one', await told(`/a/b?${asks('one')}`, 'user:pass@'))
say('falls back', await told(`/a/b?${asks('one')}&accept=user:pass`, 'bad:one@'))
done()
