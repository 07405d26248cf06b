const url = 'wss://harbour.example/'
const trips = ['north', 'north,east,south,west']

for (const areas of trips) {
  const ws = new WebSocket(url + areas)

  ws.onmessage = (event) => {
    console.log(event.data)
  }

  ws.onclose = (event) => {
    console.log('lost:', event.code)
  }
}
