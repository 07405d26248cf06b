const ws = new WebSocket('wss://echo.example/')

ws.onopen = () => ws.send('Hello')

ws.onmessage = ({ data }) => console.log(data)
