const ws = new WebSocket('wss://frames.example/')

ws.onmessage = ({ data }) => console.log(data)
