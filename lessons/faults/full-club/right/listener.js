const ws = new WebSocket('wss://club.example/')

ws.addEventListener('open', () => console.log('in'))
ws.addEventListener('close', ({ code, reason }) => {
  console.log('over:', code, reason)
})
