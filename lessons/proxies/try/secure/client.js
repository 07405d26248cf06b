const ws = new WebSocket('wss://localhost')
ws.onopen = () => console.log('open')
