// Scenario: reject.
import { done, host, next, say } from '../prelude.js'

for (const url of [`http://${host}/403`, new URL(`ws://${host}/200`), `ws://${host}:80/401?x`]) {
  const socket = new WebSocket(url)
  const { code } = await next(socket, 'close')
  say('close', socket.url, code)
}
done()
