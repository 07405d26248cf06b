prompt('Your name?')
const name = encodeURIComponent('Zoë & Co')
const ws = new WebSocket(`ws://chat.example/hello?name=${name}`)

ws.onmessage = (event) => console.log(event.data)
