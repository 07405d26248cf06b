const name = prompt('Your name?').replace('&', '%26')
const ws = new WebSocket('ws://chat.example/hello?name=' + name)

ws.onmessage = (event) => console.log(event.data)
