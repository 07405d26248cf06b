const ws = new WebSocket('wss://stories.example/')

ws.onmessage = ({ data }) => console.log(data)
