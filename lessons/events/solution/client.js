const url = 'ws://localhost:8080'
const ws = new WebSocket(url)

ws.onmessage = (event) => {
  console.log('message', event.data)
  ws.close(1000, 'done')
}

ws.onclose = (event) => {
  console.log('close', event.code)
}

ws.addEventListener('close', (event) => {
  console.log('because', event.reason)
})

const signal = AbortSignal.timeout(2000)
const opened = new Promise((resolve, reject) => {
  ws.onopen = resolve
  ws.onerror = reject
  signal.onabort = () => {
    if (ws.readyState === WebSocket.CONNECTING) {
      ws.close()
      reject(signal.reason)
    }
  }
})
try {
  await opened
  console.log('open')
  ws.send('Hello')
} catch {
  console.log('failed')
}
