const ws = new WebSocket('ws://localhost')
ws.onopen = () => console.log('open')
ws.onclose = () => console.log('closed')
