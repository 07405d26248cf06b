const ws = new WebSocket('wss://club.example/')

ws.onopen = () => {
  console.log('in')
}

ws.onclose = (event) => {
  console.log('over: ' + event.code)
}
