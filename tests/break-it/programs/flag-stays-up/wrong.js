const ws = new WebSocket('ws://localhost:8080')
let isOpen = false
ws.onopen = () => (isOpen = true)
const say = (text) => isOpen && ws.send(text)
setTimeout(say, 500, 'early')
setTimeout(say, 2000, 'late')
