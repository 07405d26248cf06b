const url = 'wss://race.example/'
let last = '0'

function connect() {
  const ws = new WebSocket(url)

  ws.onopen = () => {
    ws.send('resume ' + last)
  }

  ws.onmessage = (event) => {
    const { number, name } = JSON.parse(event.data)
    if (+number <= +last) return
    last = number
    console.log(number + '. ' + name)
  }

  ws.onclose = () => {
    setTimeout(connect, 500)
  }
}

connect()
