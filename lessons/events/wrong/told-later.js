const ws = new WebSocket('ws://localhost:8080')
ws.onopen = () => console.log('open')
ws.onerror = () => {
  setTimeout(() => console.log('failed'), 1000)
}
