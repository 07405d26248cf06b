const ws = new WebSocket('wss://frames.example/')

ws.onmessage = ({ data }) => {
  if (data.startsWith('{"text"')) {
    const { text, key } = JSON.parse(data)
    ws.send(new Blob(encode(text, key)))
  } else {
    console.log(data)
  }
}

function encode(text, key) {
  const payload = new TextEncoder().encode(text)
  for (const i of payload.keys()) payload[i] ^= key[i % 4]
  return [lengthOf(payload), Uint8Array.from(key), payload]
}

function lengthOf({ length }) {
  if (length < 126) return Uint8Array.of(0x81, 0x80 + length)
  const view = new DataView(new ArrayBuffer(10))
  view.setUint16(0, length < 65536 ? 0x81fe : 0x81ff)
  if (length < 65536) {
    view.setUint16(2, length)
    return new Uint8Array(view.buffer, 0, 4)
  }
  view.setUint32(6, length)
  return view
}
