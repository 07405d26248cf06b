const ws = new WebSocket('wss://bingo.example')
const list = document.querySelector('#numbers')
const numbers = []

ws.onmessage = ({ data }) => {
  numbers.push(data)
  show()
}

function show() {
  const items = numbers.map((number) => {
    const item = document.createElement('li')
    item.textContent = number
    return item
  })
  list.replaceChildren(...items)
}
