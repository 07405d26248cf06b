const url = 'wss://chat.example'
const ws = new WebSocket(url)
ws.close(1000, 'changed my mind')

ws.onerror = () => console.log('error')
ws.onclose = ({ code }) => {
  console.log('close', code)
}
