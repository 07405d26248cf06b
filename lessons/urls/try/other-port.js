const url = 'wss://chat.example:8443/rooms?id=7'
const ws = new WebSocket(url)
console.log(ws.url)
