for (const path of ['/lost', '/refused']) {
  const url = `ws://localhost:8080${path}`
  const ws = new WebSocket(url)
  let seen = ''

  ws.onopen = () => (seen += 'open ')
  ws.onerror = () => (seen += 'error ')
  ws.onclose = ({ code }) => {
    console.log(path, seen, 'close', code)
  }
}
