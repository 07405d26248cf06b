const ws = new WebSocket('ws://localhost:8080')

const listener = {
  handleEvent({ type, data }) {
    if (type === 'open') return this.send()
    if (!(data instanceof ArrayBuffer)) return console.log('the server says', data)
    const [red, green, blue, alpha] = new Uint8Array(data)
    console.log({ red, green, blue, alpha })
  },
  send() {
    const context = document.querySelector('canvas').getContext('2d')
    const blob = new Blob([context.getImageData(0, 0, 400, 320).data])
    for (let at = 0; at < blob.size; at += 51200) ws.send(blob.slice(at, at + 51200))
  },
}
ws.addEventListener('open', listener)
ws.addEventListener('message', listener)
ws.binaryType = 'arraybuffer'
