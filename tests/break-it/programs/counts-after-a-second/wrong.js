const ws = new WebSocket('ws://localhost:8080')
let count = 0
ws.onopen = () => {
  for (const word of ['one', 'two', 'three']) ws.send(word)
  setTimeout(() => console.log(`${count} of 3 came back`), 1000)
}
ws.onmessage = () => (count += 1)
