const url = 'wss://race.example/'
let last = '0'

function connect() {
  const ws = new WebSocket(url)

  ws.onopen = () => {
    ws.send('resume ' + last)
  }

  ws.onmessage = (event) => {
    const { number, name } = JSON.parse(event.data)
    if (number.localeCompare(last, 'en', { numeric: true }) !== 1) return
    last = number
    console.log(number + '. ' + name)
  }

  ws.onclose = () => {
    setTimeout(connect, 500)
  }
}

connect()
