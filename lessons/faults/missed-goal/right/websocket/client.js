const ws = new WebSocket('wss://match.example')
ws.onmessage = ({ data }) => console.log(data)
