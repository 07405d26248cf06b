const ws = new WebSocket('wss://club.example/')
let hadError = false

ws.onerror = () => {
  hadError = true
}

ws.onclose = (event) => {
  console.log('over: ' + event.code + (hadError ? ', after an error' : ''))
}
