const url = 'ws://localhost/bids'

function enter(hall) {
  const ws = new WebSocket(url)
  ws.onmessage = ({ data }) => {
    console.log(`${hall} hall: ${data}`)
  }
  return ws
}

const red = enter('red')
const blue = enter('blue')
enter('second red')
enter('second blue')

setTimeout(() => red.send('100'), 1000)
setTimeout(() => blue.send('150'), 2000)
// Two at once.
setTimeout(() => red.send('200'), 3000)
setTimeout(() => blue.send('210'), 3001)
