const guests = ['Ada', 'Bo', 'Cleo']

function enter(guest) {
  const ws = new WebSocket('wss://museum.example/in')
  ws.onopen = () => console.log(guest + ' is in')
  ws.onerror = () => setTimeout(enter, 100, guest)
}

guests.forEach(enter)
