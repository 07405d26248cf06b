const room = 'general'
const name = prompt('Your name?')

function open(address) {
  try {
    return new WebSocket(address)
  } catch {
    return new WebSocket(address.replace('#', '?'))
  }
}

open(`wss://chat.example/join#${room}`)

const hello = new URL('/hello', 'https://chat.example')
hello.search = new URLSearchParams([
  ['lang', 'en'],
  ['name', name],
])
open(hello.href).onmessage = (event) => {
  console.log(event.data)
}
