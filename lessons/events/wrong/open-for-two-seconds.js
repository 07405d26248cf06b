const ws = new WebSocket('ws://localhost:8080')
ws.onmessage = () => ws.close(1000, 'done')

try {
  await new Promise((resolve, reject) => {
    ws.onopen = resolve
    AbortSignal.timeout(2000).onabort = () => {
      ws.close()
      reject(new Error('too late'))
    }
  })
  console.log('open')
  ws.send('Hello')
} catch {
  console.log('failed')
}
