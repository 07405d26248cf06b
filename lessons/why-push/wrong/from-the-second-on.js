const ws = new WebSocket('ws://localhost:8080')
let last = 0

ws.onmessage = (event) => {
  const { number } = JSON.parse(event.data)
  if (number >= last + 2) {
    console.log('tick', number)
    last = number
  }
}
