const ws = new WebSocket('wss://door.example/')

ws.onopen = () => console.log('lamp green')
ws.onerror = () => console.log('lamp red')
