const word = 'typing'
const ws = new WebSocket('ws://localhost:8080')

function press(letter) {
  ws.send(letter)
  fetch('http://localhost:8080', {
    method: 'POST',
    body: letter,
  })
}

ws.onopen = () => {
  for (const [index, letter] of [...word].entries()) {
    setTimeout(press, index * 50, letter)
  }
}
