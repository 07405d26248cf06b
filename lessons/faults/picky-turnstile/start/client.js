const guests = ['Ada', 'Bo', 'Cleo']

for (const guest of guests) {
  const ws = new WebSocket('wss://museum.example/in')

  ws.onopen = () => {
    console.log(guest + ' is in')
  }

  ws.onclose = () => {
    console.log(guest + ' is out')
  }
}
