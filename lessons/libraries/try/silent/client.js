const path = '/socket.io/?EIO=4&transport=websocket'
const ws = new WebSocket(`ws://localhost:8080${path}`)

ws.onopen = () => console.log('open')
ws.onmessage = ({ data }) => console.log('got', data)
ws.onclose = ({ code }) => {
  const seconds = Math.round(performance.now() / 1000)
  console.log(`closed ${code} after ${seconds} s`)
}
