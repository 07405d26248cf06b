const ws = new WebSocket('wss://door.example/')

ws.onopen = () => console.log('lamp green')
ws.onclose = (event) => {
  if (event.code === 4001) console.log('lamp red')
}
