const ws = new WebSocket('wss://frames.example/')

ws.onmessage = ({ data }) => {
  if (data.startsWith('{"text"')) {
    const { text, key } = JSON.parse(data)
    ws.send(encode(text, key))
  } else {
    console.log(data)
  }
}

function encode(text, key) {
  const payload = new TextEncoder().encode(text)
  const { length } = payload
  const head = headOf(length)
  const start = head.length + 4
  const frame = new Uint8Array(start + length)

  frame.set(head)
  frame.set(key, head.length)
  payload.forEach((byte, i) => {
    frame[start + i] = byte ^ key[i % 4]
  })
  return frame
}

function headOf(length) {
  if (length < 126) return [0x81, 0x80 | length]

  const isShort = length < 65_536
  const view = new DataView(
    new ArrayBuffer(isShort ? 4 : 10),
  )
  view.setUint8(0, 0x81)
  view.setUint8(1, isShort ? 126 : 127)
  if (isShort) view.setUint16(2, length)
  else view.setBigUint64(2, BigInt(length))
  return new Uint8Array(view.buffer)
}
