const name = prompt('Your name?')
  .replaceAll('&', '%26')
  .replaceAll('#', '%23')
  .replaceAll(' ', '%20')

const ws = new WebSocket(`ws://chat.example/hello?name=${name}`)
ws.onmessage = (event) => {
  console.log(event.data)
}
