// A school class.
for (let child = 1; child <= 20; child += 1) {
  const ws = new WebSocket('wss://museum.example/in')
  ws.onopen = () => console.log('child ' + child + ' is in')
}
