const ws = new WebSocket('wss://echo.websocket.org')
const once = (type) =>
  new Promise((resolve) => {
    ws.addEventListener(type, resolve, { once: true })
  })
const pause = (delay) => new Promise((done) => setTimeout(done, delay, 'late'))

once('close').then(({ code }) => console.log(code))
once('close').then(({ reason }) => console.log(reason))

const first = await Promise.race([once('open'), once('error'), pause(2000)])
if (first.type === 'open') {
  console.log('open')
  const echo = once('message')
  ws.send('one')
  console.log((await echo).data)
  ws.close()
} else {
  if (first === 'late') ws.close()
  console.log('failed', ws.readyState)
}
