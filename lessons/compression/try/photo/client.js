const ws = new WebSocket('wss://buses.example')
ws.binaryType = 'arraybuffer'

ws.onmessage = ({ data }) => {
  console.log('got', data.byteLength, 'bytes')
}
