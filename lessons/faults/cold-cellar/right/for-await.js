const ws = new WebSocket('wss://house.example/')
const measure = () => new Promise((resolve) => setTimeout(resolve, 50, 12))

async function* readings() {
  yield 'attic 19'
  yield 'hall 21'
  yield `cellar ${await measure()}`
}

ws.onopen = async () => {
  for await (const reading of readings()) ws.send(reading)
  ws.close(1000, 'that was all')
}
