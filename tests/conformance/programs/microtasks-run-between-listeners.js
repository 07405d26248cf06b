// Scenario: echo.
import { done, host, next, say } from '../prelude.js'

const socket = new WebSocket(`ws://${host}/`)
for (const name of ['first', 'second', 'third']) {
  socket.addEventListener('open', async () => {
    say(name)
    queueMicrotask(() => say(name, 'microtask'))
    await undefined
    say(name, 'after await')
    await undefined
    say(name, 'after another await')
  })
}
await next(socket, 'open')
setTimeout(() => say('a timer'))
await new Promise((resolve) => setTimeout(resolve))
for (const text of ['one', 'two']) socket.send(text)
await new Promise((resolve) => {
  socket.onmessage = ({ data }) => {
    say('message', data)
    Promise.resolve().then(() => {
      say('a microtask of', data)
      if (data === 'two') resolve()
    })
  }
})
done()
