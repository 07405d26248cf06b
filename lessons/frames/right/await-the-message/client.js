const ws = new WebSocket('wss://frames.example/')
const next = () =>
  new Promise((resolve) => {
    ws.addEventListener('message', resolve, { once: true })
  })

function* lengthOf(n) {
  if (n < 126) yield 128 + n
  else if (n < 2 ** 16) yield* [254, n >>> 8, n % 256]
  else yield* [255, 0, 0, 0, 0, ...bytesOf(n)]
}

function bytesOf(n) {
  return [24, 16, 8, 0].map((bits) => (n >>> bits) % 256)
}

for (;;) {
  const { data } = await next()
  if (!data.startsWith('{')) continue
  const { text, key } = JSON.parse(data)
  const payload = new TextEncoder().encode(text)
  const masked = payload.map((b, i) => b ^ key[i % 4])
  const head = [0x81, ...lengthOf(payload.length), ...key]
  const frame = new Uint8Array(head.length + masked.length)
  frame.set(head)
  frame.set(masked, head.length)
  ws.send(frame)
}
