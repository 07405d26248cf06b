const ws = new WebSocket('ws://localhost:8080')
const signal = AbortSignal.timeout(2)
signal.onabort = () => {
  if (ws.readyState === 0) {
    ws.close()
    console.log('failed')
  }
}
ws.onopen = () => console.log('open')
