const url = 'wss://race.example/'
let last = 0

function connect() {
  const ws = new WebSocket(url)
  ws.onopen = () => ws.send('resume ' + last)
  ws.onmessage = (event) => {
    const { name } = JSON.parse(event.data)
    last += 1
    console.log(last + '. ' + name)
  }
  ws.onclose = () => setTimeout(connect, 500)
}

connect()
