const ws = new WebSocket('wss://club.example/')

ws.onopen = () => console.log('in')
ws.onerror = () => console.log('over: 1006')
