// Scenario: reject.
import { done, host, say } from '../prelude.js'

const socket = new WebSocket(`ws://${host}/403`)
await new Promise((resolve) => {
  socket.onerror = () => {
    say('error', socket.readyState)
    queueMicrotask(() => say('a microtask of error'))
    setTimeout(() => say('a timer of error'))
  }
  socket.onclose = ({ code }) => {
    say('close', code, socket.readyState)
    setTimeout(resolve, 20)
  }
})
done()
