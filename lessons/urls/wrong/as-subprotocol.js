const ws = new WebSocket('wss://chat.example/join', 'general')
ws.onopen = () => console.log('in', ws.url + '#general')
