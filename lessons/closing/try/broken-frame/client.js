const url = 'ws://localhost:8080'
const ws = new WebSocket(url)

ws.onopen = () => console.log('open')
ws.onerror = () => console.log('error')
ws.onclose = ({ code }) => {
  console.log('close', code)
}
