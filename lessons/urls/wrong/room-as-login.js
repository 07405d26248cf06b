const room = 'general'
const ws = new WebSocket(`wss://${room}@chat.example/join`)
console.log(ws.url)
