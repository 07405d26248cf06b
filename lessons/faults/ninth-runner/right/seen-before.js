const seen = new Set()

function connect() {
  const ws = new WebSocket('wss://race.example/')
  ws.addEventListener('open', () => ws.send(`resume ${Math.max(0, ...seen)}`))
  ws.addEventListener('message', ({ data }) => {
    const { number, name } = JSON.parse(data, (key, value) =>
      key === 'number' ? parseInt(value, 10) : value,
    )
    if (seen.has(number)) return
    seen.add(number)
    console.log(`${number}. ${name}`)
  })
  ws.addEventListener('close', () => setTimeout(connect, 500))
}

connect()
