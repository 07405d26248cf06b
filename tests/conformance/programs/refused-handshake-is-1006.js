// Scenario: reject.
import { done, next, open } from '../prelude.js'

for (const path of ['/401', '/403', '/302', '/200']) {
  const socket = open(path)
  await next(socket, 'close')
}
done()
