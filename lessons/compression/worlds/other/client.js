// Says 100,000 bytes, one more than that, and more still, which do not shrink.
const far = new Uint8Array(160_000)
for (let at = 0; at < far.length; at += 50_000) {
  crypto.getRandomValues(far.subarray(at, at + 50_000))
}

for (const said of ['a'.repeat(100_000), 'a'.repeat(100_001), far]) {
  const ws = new WebSocket('wss://buses.example/post')
  ws.onopen = () => ws.send(said)
}
