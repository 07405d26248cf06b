const url = 'ws://example.com:80/some/path'
const ws = new WebSocket(url)
console.log(ws.url)
