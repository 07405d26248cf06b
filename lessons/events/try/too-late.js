const url = 'ws://localhost:8080'
const ws = new WebSocket(url)

const pause = (done) => setTimeout(done, 500)
await new Promise(pause)

ws.onopen = () => {
  console.log('open')
}
