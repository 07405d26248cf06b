const ws = new WebSocket('wss://club.example/')

ws.onopen = () => {
  console.log('in')
}

ws.onclose = () => {
  console.log('over: ' + ws.code)
}
