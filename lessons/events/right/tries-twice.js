async function attempt() {
  const ws = new WebSocket('ws://localhost:8080')
  ws.addEventListener('close', ({ code }) => console.log('code', code))
  ws.addEventListener('close', ({ reason }) => console.log('reason', reason))
  ws.addEventListener('message', () => ws.close(1000, 'bye'))
  const late = AbortSignal.timeout(2000)
  await new Promise((resolve, reject) => {
    ws.onopen = resolve
    ws.onclose = reject
    late.addEventListener('abort', reject)
  }).catch((event) => {
    ws.close()
    throw event
  })
  return ws
}

for (let count = 0; count < 2; count += 1) {
  try {
    const ws = await attempt()
    console.log('open')
    ws.send('Hello')
    break
  } catch {
    console.log('failed', count)
    await new Promise((done) => setTimeout(done, 500))
  }
}
