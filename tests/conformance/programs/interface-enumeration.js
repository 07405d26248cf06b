// Scenario: echo.
import { done, host, say } from '../prelude.js'

const socket = new WebSocket(`ws://${host}/`)
const names = []
for (const name in socket) names.push(name)
say(
  'for in',
  names.filter((name) => !(name in EventTarget.prototype)),
)
say(
  'for in, inherited',
  names.filter((name) => name in EventTarget.prototype),
)
say('keys of the constructor', Object.keys(WebSocket))
const keys = Object.keys(WebSocket.prototype)
say(
  'keys of the prototype',
  keys.filter((name) => !(name in EventTarget.prototype)),
)
say('keys of an instance', Object.keys(socket))
say('JSON', JSON.stringify(socket))
done()
