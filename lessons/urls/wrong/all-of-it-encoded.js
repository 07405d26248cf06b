const address = encodeURIComponent('wss://chat.example/join#general')
const ws = new WebSocket(address)
console.log(ws.url)
