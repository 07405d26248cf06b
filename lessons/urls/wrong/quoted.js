const name = JSON.stringify(prompt('Your name?'))
const ws = new WebSocket(`ws://chat.example/hello?name=${name}`)
ws.onmessage = ({ data }) => console.log(data)
