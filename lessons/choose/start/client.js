const url = 'ws://localhost:8080'
let tries = 0

function connect() {
  const ws = new WebSocket(url)

  ws.onopen = () => {
    tries = 0
  }

  ws.onmessage = (event) => {
    const { number } = JSON.parse(event.data)
    console.log('tick', number)
  }

  ws.onclose = () => {
    const longest = Math.min(8000, 500 * 2 ** tries)
    tries += 1
    setTimeout(connect, Math.random() * longest)
  }
}

connect()
