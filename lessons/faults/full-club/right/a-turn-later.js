const ws = new WebSocket('wss://club.example/')
let code

ws.onopen = () => {
  console.log('in')
}

ws.onclose = (event) => {
  code = event.code
  setTimeout(() => console.log('over: ' + code))
}
