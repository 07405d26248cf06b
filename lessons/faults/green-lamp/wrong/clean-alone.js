const ws = new WebSocket('wss://door.example/')

ws.onopen = () => console.log('lamp green')
ws.onclose = ({ wasClean }) => {
  if (wasClean) console.log('lamp red')
  else console.log('lamp orange')
}
