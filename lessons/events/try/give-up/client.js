function connect(url, signal) {
  return new Promise((resolve, reject) => {
    const ws = new WebSocket(url)
    ws.onopen = () => resolve(ws)
    ws.onerror = reject
    signal.onabort = () => {
      if (ws.readyState === ws.CONNECTING) {
        ws.close()
        reject(signal.reason)
      }
    }
  })
}

const url = 'ws://localhost:8080'
const signal = AbortSignal.timeout(1000)
try {
  await connect(url, signal)
} catch (error) {
  console.log(error.name)
}
