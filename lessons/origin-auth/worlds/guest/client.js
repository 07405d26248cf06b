// The page for phones, before anybody is logged in.
const ws = new WebSocket('wss://chat.example')
ws.onopen = () => console.log('The page for phones is connected')
