const url = 'ws://localhost:8080'
const ws = new WebSocket(url)
const input = document.querySelector('input')

input.onchange = () => {
  const [file] = input.files
  console.log(file.name, file.size)
  ws.send(file)
}

ws.onmessage = (event) => {
  if (typeof event.data === 'string') {
    console.log(event.data)
  }
}
