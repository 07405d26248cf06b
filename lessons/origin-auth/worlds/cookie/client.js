// Ada's page, as it was when the cookie was all there was.
const chat = 'chat.example'
await fetch(`https://${chat}/login/Ada`, { method: 'POST' }).catch(() => {})
const ws = new WebSocket(`wss://${chat}`)
ws.onmessage = ({ data }) => console.log(`Ada's page hears ${data}`)
