const ws = new WebSocket('ws://localhost:8080')

ws.onmessage = (event) => {
  const { number } = JSON.parse(event.data)
  if (number % 2 === 1) console.log(number)
}
