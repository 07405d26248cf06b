// Scenario: echo.
import { attempt, done, say } from '../prelude.js'

const fields = ({ type, code, reason, wasClean, bubbles }) => [
  type,
  code,
  reason,
  wasClean,
  bubbles,
]
attempt('no argument', () => new CloseEvent())
say('defaults', fields(new CloseEvent('close')))
say(
  'given',
  fields(new CloseEvent('x', { code: 4000, reason: 'r', wasClean: true, bubbles: true })),
)
say('converted', fields(new CloseEvent('x', { code: 65_537.9, reason: 5, wasClean: 'yes' })))
attempt('a wrong dictionary', () => new CloseEvent('x', 5))
attempt('a symbol as reason', () => new CloseEvent('x', { reason: Symbol('x') }))
say('tag', String(new CloseEvent('x')), String(new MessageEvent('x')))
const message = new MessageEvent('message', { data: [1], origin: 'o', lastEventId: 'id' })
say('message', message.data, message.origin, message.lastEventId, message.source, message.ports)
say('trusted', message.isTrusted)
say('prototype', Object.keys(CloseEvent.prototype), CloseEvent.length, CloseEvent.name)
done()
