const ws = new WebSocket('xx')
console.log(ws.url)
