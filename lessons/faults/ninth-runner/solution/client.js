const url = 'wss://race.example/'
let last = 0

function connect() {
  const ws = new WebSocket(url)

  ws.onopen = () => {
    ws.send('resume ' + last)
  }

  ws.onmessage = (event) => {
    const { number, name } = JSON.parse(event.data)
    // Had it before the connection was lost?
    if (Number(number) <= last) return
    last = Number(number)
    console.log(number + '. ' + name)
  }

  ws.onclose = () => {
    setTimeout(connect, 500)
  }
}

connect()
