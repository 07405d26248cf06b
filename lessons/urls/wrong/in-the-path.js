const name = encodeURIComponent(prompt('Your name?'))
const ws = new WebSocket(`ws://chat.example/hello/${name}`)

ws.onmessage = (event) => console.log(event.data)
