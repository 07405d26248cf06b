const ws = new WebSocket('wss://club.example/')
let code

ws.onopen = () => {
  console.log('in')
}

ws.onerror = (event) => {
  code = event.code
}

ws.onclose = () => {
  console.log('over: ' + code)
}
