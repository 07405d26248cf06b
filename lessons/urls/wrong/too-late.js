const name = prompt('Your name?')
const url = new URL(`ws://chat.example/hello?name=${name}`)
url.searchParams.set('name', url.searchParams.get('name'))

const ws = new WebSocket(url.href)
ws.onmessage = (event) => {
  console.log(event.data, '/', `Welcome, ${name}!`)
}
