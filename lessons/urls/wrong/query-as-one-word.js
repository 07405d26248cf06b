const query = encodeURIComponent(`name=${prompt('Your name?')}`)
const ws = new WebSocket(`ws://chat.example/hello?${query}`)
ws.onmessage = (event) => console.log(event.data)
