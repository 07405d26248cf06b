const url = 'ws://localhost:8080'
const ws = new WebSocket(url)
ws.binaryType = 'arraybuffer'

ws.onmessage = (event) => {
  const numbers = new Uint32Array(event.data)
  console.log(numbers[0])

  const view = new DataView(event.data)
  console.log(view.getUint32(0))
}
