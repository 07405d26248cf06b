const ws = new WebSocket('wss://stories.example/')

ws.onmessage = ({ data }) => console.log(data)

ws.onclose = ({ code }) => console.log('close', code)
