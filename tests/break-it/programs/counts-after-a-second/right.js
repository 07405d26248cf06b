const ws = new WebSocket('ws://localhost:8080')
let count = 0
ws.onopen = () => {
  for (const word of ['one', 'two', 'three']) ws.send(word)
}
ws.onmessage = () => {
  count += 1
  if (count === 3) console.log(`${count} of 3 came back`)
}
