const ws = new WebSocket('wss://bingo.example')
const list = document.querySelector('#numbers')
const numbers = []

ws.onmessage = ({ data }) => {
  numbers.push(data)
  show()
}

function show() {
  while (list.children.length < numbers.length) {
    const item = document.createElement('li')
    item.textContent = numbers[list.children.length]
    list.appendChild(item)
  }
}
