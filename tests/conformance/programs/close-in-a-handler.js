// Scenario: echo.
import { done, next, open, say } from '../prelude.js'

const early = open()
early.addEventListener('open', () => {
  early.send('sent before')
  early.close(1000, 'in open')
  say('state', early.readyState)
})
await next(early, 'close')

const later = open()
later.onopen = () => {
  for (const text of ['one', 'two', 'three']) later.send(text)
}
later.onmessage = ({ data }) => {
  if (data === 'one') later.close(1000, 'in message')
}
later.onclose = () => {
  later.close()
  say('state in close', later.readyState)
}
await next(later, 'close')
done()
