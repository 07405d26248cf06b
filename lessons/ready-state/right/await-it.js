const ws = new WebSocket('wss://echo.websocket.org')
const next = (type) =>
  new Promise((resolve) => {
    ws.addEventListener(type, resolve, { once: true })
  })
const wait = (time) => new Promise((done) => setTimeout(done, time))

document.querySelector('button').addEventListener('click', () => {
  switch (ws.readyState) {
    case WebSocket.OPEN:
      ws.send('Hi')
      console.log('sent')
      break
    default:
      console.log('not sent')
  }
})

console.log('before', ws.readyState)
await next('open')
console.log('opened', ws.readyState)
await wait(1000)
ws.close(1000, 'done')
console.log('closing', ws.readyState)
await next('close')
console.log('gone', ws.readyState)
