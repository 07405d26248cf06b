class FrameWriter {
  constructor(text, key) {
    this.payload = new TextEncoder().encode(text)
    this.key = key
  }

  lengthBytes() {
    const n = this.payload.length
    if (n <= 125) return [n | 128]
    if (n <= 0xffff) return [126 | 128, n >> 8, n & 255]
    const bytes = [127 | 128, 0, 0, 0, 0]
    for (const shift of [24, 16, 8, 0]) {
      bytes.push((n >>> shift) & 255)
    }
    return bytes
  }

  write() {
    const bytes = [129, ...this.lengthBytes(), ...this.key]
    for (let i = 0; i < this.payload.length; i += 1) {
      bytes.push(this.payload[i] ^ this.key[i & 3])
    }
    return new Uint8Array(bytes)
  }
}

const ws = new WebSocket('wss://frames.example/')
ws.binaryType = 'arraybuffer'
ws.addEventListener('message', (event) => {
  let asked
  try {
    asked = JSON.parse(event.data)
  } catch {
    console.log('服务器说', event.data)
    return
  }
  ws.send(new FrameWriter(asked.text, asked.key).write())
})
