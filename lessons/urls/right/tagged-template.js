const address = ({ raw }, ...values) =>
  raw.reduce((text, piece, index) => text + encodeURIComponent(values[index - 1]) + piece)

let name = null
while (name === null || name === '') {
  name = prompt('Your name?')
}

const chat = new WebSocket(address`wss://chat.example/join/${'general'}/`)
const hello = new WebSocket(address`wss://chat.example/hello?name=${name}`)

chat.onclose = console.log
hello.onmessage = (event) => {
  console.log('The server says:', event.data)
  hello.close(1000, 'thanks')
}
