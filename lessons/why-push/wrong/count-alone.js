const ws = new WebSocket('ws://localhost:8080')
let number = 0

ws.onmessage = () => {
  number += 1
  console.log('tick', number)
}
