const address = 'ws://chat.example/hello?name=' + escape(prompt('Name?'))
const ws = new WebSocket(address)
ws.addEventListener('message', ({ data }) => console.log(data))
