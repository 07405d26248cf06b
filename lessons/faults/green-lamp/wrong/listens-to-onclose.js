const ws = new WebSocket('wss://door.example/')

ws.addEventListener('open', () => console.log('lamp green'))
ws.addEventListener('onclose', () => console.log('lamp red'))
