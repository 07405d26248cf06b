const ws = new WebSocket('wss://door.example/')
const lamp = (colour) => console.log(`lamp ${colour}`)

ws.addEventListener('open', () => lamp('green'))
ws.addEventListener('close', () => lamp('red'))
